package dev.lectern.stack.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Which headers go through the gateway, and which are its own. */
final class Headers {

    /** About one connection, not about the message (RFC 9110, section 7.6.1). */
    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    private Headers() {}

    static void copy(MultiMap from, MultiMap to) {
        to.addAll(from);
        for (var value : from.getAll("Connection")) {
            List.of(value.split("\\s*,\\s*")).forEach(to::remove);
        }
        HOP_BY_HOP.forEach(to::remove);
    }

    /** The gateway is the outermost door, so what a caller claims in these headers does not count. */
    static void copyRequest(HttpServerRequest request, MultiMap to) {
        copy(request.headers(), to);
        // Each connection has its own host; and the gateway itself answers Expect.
        List.of("Host", "Expect", "Forwarded", "X-Forwarded-Host").forEach(to::remove);
        to.set("X-Forwarded-Proto", request.scheme());
        to.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        if (request.getHeader("Host") != null) {
            to.set("X-Forwarded-Host", request.getHeader("Host"));
        }
    }
}
