package dev.lectern.stack.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * An error as {@code application/problem+json} (RFC 9457).
 *
 * @param kind the last part of the type's URN
 */
public record Problem(int status, String kind, String title, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", "There is nothing here", detail);
    }

    public static Problem methodNotAllowed(String detail) {
        return new Problem(405, "method-not-allowed", "This cannot be done here", detail);
    }

    public static Problem internalError() {
        return new Problem(500, "internal-error", "Something went wrong", null);
    }

    public Buffer body() {
        return new JsonObject()
                .put("type", "urn:lectern:problem:" + kind)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .putNull("instance")
                .put("errors", List.of())
                .toBuffer();
    }

    public void send(HttpServerResponse response) {
        response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE).end(body());
    }
}
