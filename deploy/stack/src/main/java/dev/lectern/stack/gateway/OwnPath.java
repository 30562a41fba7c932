package dev.lectern.stack.gateway;

import dev.lectern.stack.web.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What the gateway answers by itself at one path. */
@FunctionalInterface
public interface OwnPath {

    void send(HttpServerRequest request);

    /** Whether the request only reads; any other is refused. */
    static boolean isRead(HttpServerRequest request) {
        if (List.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method())) {
            return true;
        }
        request.response().putHeader("Allow", "GET, HEAD");
        Problem.methodNotAllowed("Only GET").send(request.response());
        return false;
    }
}
