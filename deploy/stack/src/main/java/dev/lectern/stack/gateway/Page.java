package dev.lectern.stack.gateway;

import dev.lectern.stack.web.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** A small fixed text that the gateway answers by itself. */
public record Page(String mediaType, String text) {

    void send(HttpServerRequest request) {
        var response = request.response();
        if (List.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method())) {
            response.putHeader("Content-Type", mediaType).end(text);
        } else {
            response.putHeader("Allow", "GET, HEAD");
            Problem.methodNotAllowed("Only GET").send(response);
        }
    }
}
