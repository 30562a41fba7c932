package dev.lectern.stack.gateway;

import io.vertx.core.http.HttpServerRequest;

/** A small fixed text that the gateway answers by itself. */
public record Page(String mediaType, String text) implements OwnPath {

    @Override
    public void send(HttpServerRequest request) {
        if (OwnPath.isRead(request)) {
            request.response().putHeader("Content-Type", mediaType).end(text);
        }
    }
}
