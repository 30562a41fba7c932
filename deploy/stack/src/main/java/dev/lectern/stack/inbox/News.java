package dev.lectern.stack.inbox;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells open pages, by server-sent events, that the list has changed. They then ask for it. */
final class News {

    private final Set<HttpServerResponse> readers = ConcurrentHashMap.newKeySet();

    void subscribe(RoutingContext request) {
        var reader = request.response();
        reader.putHeader("Content-Type", "text/event-stream").setChunked(true);
        reader.closeHandler(gone -> readers.remove(reader));
        readers.add(reader);
        reader.write(": hello\n\n");
    }

    void tell() {
        readers.forEach(reader -> reader.write("data: changed\n\n"));
    }
}
