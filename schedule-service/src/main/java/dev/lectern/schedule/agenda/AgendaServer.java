package dev.lectern.schedule.agenda;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A server of its own for the agendas. What a request like this one was answered with before is sent from memory at
 * once, by the event loop; every other request takes the way through the framework, which costs many times as much.
 * Its limits are those of the framework's own server.
 */
@ApplicationScoped
class AgendaServer {

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final Vertx vertx;
    private final Sites sites;
    private final PageAssets assets;
    private final HttpServerOptions options;
    private final int mostConnections;
    private final AtomicInteger connections = new AtomicInteger();
    private Router router;
    private int port;

    AgendaServer(
            Vertx vertx,
            Sites sites,
            PageAssets assets,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "lectern.agenda.port") int port,
            @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length") int longestLine,
            @ConfigProperty(name = "quarkus.http.limits.max-header-size") MemorySize largestHeader,
            @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idle,
            @ConfigProperty(name = "quarkus.http.limits.max-connections") int mostConnections) {
        this.vertx = vertx;
        this.sites = sites;
        this.assets = assets;
        this.mostConnections = mostConnections;
        this.options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxInitialLineLength(longestLine)
                .setMaxHeaderSize(largestHeader.asBigInteger().intValueExact())
                .setIdleTimeout(Math.toIntExact(idle.toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    void route(@Observes Router framework) {
        router = framework;
    }

    /** One server for each core, all on the same port. */
    void start(@Observes StartupEvent event) {
        for (var core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            port = listen();
        }
    }

    private int listen() {
        return vertx.createHttpServer(options)
                .connectionHandler(this::admit)
                .requestHandler(this::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void admit(HttpConnection connection) {
        connection.closeHandler(gone -> connections.decrementAndGet());
        if (connections.incrementAndGet() > mostConnections) {
            connection.close();
        }
    }

    /** The port that it listens on, which the system has chosen where a negative one is configured. */
    int port() {
        return port;
    }

    private void answer(HttpServerRequest request) {
        if (PageAssets.isAsset(request.path())) {
            sendAsset(request);
            return;
        }
        var kept =
                key(request).flatMap(like -> sites.current(slug(request.path())).flatMap(site -> site.answer(like)));
        if (kept.isPresent()) {
            send(kept.get(), request);
        } else if (!PublicReads.isAgenda(request.path())) {
            request.response().setStatusCode(NOT_FOUND).end();
        } else {
            // What the framework's own server does before it hands a request to its router.
            VertxContextSafetyToggle.setCurrentContextSafe(true);
            router.handle(request);
        }
    }

    private void sendAsset(HttpServerRequest request) {
        var encoding = Encoding.of(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        assets.named(request.path(), encoding)
                .ifPresentOrElse(
                        asset -> {
                            request.response().putHeader("Service-Worker-Allowed", "/agenda/");
                            send(asset, request);
                        },
                        () -> request.response().setStatusCode(NOT_FOUND).end());
    }

    private static void send(Rendition rendition, HttpServerRequest request) {
        var response = request.response();
        PublicReads.allow(response);
        if (rendition.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.headers().addAll(rendition.headersOfNotModified());
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.headers().addAll(rendition.headers());
            response.putHeader(HttpHeaders.CONTENT_LENGTH, rendition.length()).end(rendition.body());
        }
    }

    /** {@code /agenda/physics.ics} → {@code physics} */
    static String slug(String path) {
        var begin = path.indexOf('/', 1) + 1;
        var end = begin;
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '.') {
            end++;
        }
        return path.substring(begin, end);
    }

    /**
     * All that an answer depends on; empty for a request with a query, of which there may be any number, and for one
     * with a condition that reads do not have.
     */
    static Optional<String> key(HttpServerRequest request) {
        return request.query() != null || request.headers().contains(HttpHeaders.IF_MATCH)
                ? Optional.empty()
                : Optional.of(request.method().name()
                        + '\n'
                        + request.path()
                        + '\n'
                        + request.headers().getAll(HttpHeaders.ACCEPT)
                        + '\n'
                        + request.headers().getAll(HttpHeaders.ACCEPT_ENCODING)
                        + '\n'
                        + request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
