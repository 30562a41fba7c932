package dev.lectern.schedule.agenda;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets pages of any origin read the agendas (the Fetch Standard's CORS). It is said to everybody, asked or not: a cache
 * keeps one answer for all.
 */
@ApplicationScoped
class PublicReads {

    private static final int BEFORE_THE_RESOURCES = 500;
    private static final int NO_CONTENT = 204;
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final String A_DAY = "86400";

    void register(@Observes Filters filters) {
        filters.register(this::allow, BEFORE_THE_RESOURCES);
    }

    /** Errors too, so that a page can tell its reader of them. */
    private void allow(RoutingContext routing) {
        if (!isAgenda(routing.normalizedPath())) {
            routing.next();
            return;
        }
        var answer = routing.response();
        allow(answer.headers());
        if (isPreflight(routing)) {
            answer.setStatusCode(NO_CONTENT)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, If-None-Match")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY)
                    .end();
        } else {
            routing.next();
        }
    }

    static void allow(MultiMap headers) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.ETAG);
    }

    /** Whether the framework's answers have it from here; twice, browsers take it for none. */
    static boolean isSaidToEverybody(String header) {
        return HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN.toString().equalsIgnoreCase(header)
                || HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS.toString().equalsIgnoreCase(header);
    }

    static boolean isAgenda(String path) {
        return path.equals("/agenda") || path.startsWith("/agenda/");
    }

    private static boolean isPreflight(RoutingContext routing) {
        return routing.request().method().equals(HttpMethod.OPTIONS)
                && routing.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
