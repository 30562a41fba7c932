package dev.lectern.schedule.agenda;

import dev.lectern.chassis.web.MemoryConnection;
import dev.lectern.chassis.web.MemoryConnections;
import dev.lectern.chassis.web.Question;
import dev.lectern.chassis.web.ResponseMemory;
import dev.lectern.chassis.web.StoredResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A server of its own for the agendas. What a request like this one was answered with before is sent from memory at
 * once, by the event loop; every other request takes the way through the framework, which costs many times as much.
 * Its limits are those of the framework's own server.
 */
@ApplicationScoped
class AgendaServer {

    private static final Logger LOG = Logger.getLogger(AgendaServer.class);
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    /** Before the threads end that requests may wait for. */
    private static final int FIRST = 1;

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Vertx vertx;
    private final Sites sites;
    private final PageAssets assets;
    private final HttpServerOptions options;
    private final int mostConnections;
    private final Duration farewell;
    private final MemoryConnections watched;
    private final Set<MemoryConnection> connections = ConcurrentHashMap.newKeySet();
    private final LongAdder fromMemory = new LongAdder();
    private volatile boolean isEnding;
    private volatile long end;
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
            @ConfigProperty(name = "quarkus.http.limits.max-connections") int mostConnections,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration farewell) {
        this.vertx = vertx;
        this.sites = sites;
        this.assets = assets;
        this.mostConnections = mostConnections;
        this.farewell = farewell;
        this.options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                // What is answered from memory is HTTP/1.1.
                .setHttp2ClearTextEnabled(false)
                // No web sockets here, and so nothing that looks at each message for them.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxInitialLineLength(longestLine)
                .setMaxHeaderSize(largestHeader.asBigInteger().intValueExact());
        this.watched = new MemoryConnections(new Memory(), idle);
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
        var ours = watched.watch(connection);
        connections.add(ours);
        connection.closeHandler(gone -> connections.remove(ours));
        if (isEnding || connections.size() > mostConnections) {
            connection.close();
        }
    }

    private final class Memory implements ResponseMemory {

        @Override
        public Optional<Question> question(HttpRequest request) {
            return Question.of(request.method().name(), request.uri(), request.headers()::getAll);
        }

        @Override
        public Optional<StoredResponse> response(Question question) {
            var response = sites.current(question.slug())
                    .flatMap(site -> site.answer(question))
                    .map(Rendition::stored);
            if (response.isPresent()) {
                fromMemory.increment();
            }
            return response;
        }
    }

    /** Before readers come, the server has answered often enough for its code to be compiled. */
    void rehearse(@Observes Sites.Warm sites) {
        sites.slugs().stream().findFirst().ifPresent(slug -> {
            try {
                new Rehearsal(port, slug).perform();
            } catch (IOException e) {
                LOG.infof("the first readers wait a little error=%s", e.getMessage());
            }
        });
    }

    /** No more connections are taken. */
    void drain(@Observes ShutdownDelayInitiatedEvent signal) {
        end = System.nanoTime() + farewell.toNanos();
        isEnding = true;
    }

    /** Waits for what is under way; the framework waits only for the requests of its own server. */
    void stop(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
        while (!connections.isEmpty() && isEnding && System.nanoTime() < end) {
            connections.forEach(MemoryConnection::closeIfIdle);
            Thread.sleep(GLANCE.toMillis());
        }
    }

    /** How many requests were answered before the framework saw them; it counts the others itself. */
    long answersFromMemory() {
        return fromMemory.sum();
    }

    /** The port that it listens on, which the system has chosen where a negative one is configured. */
    int port() {
        return port;
    }

    private void answer(HttpServerRequest request) {
        if (PageAssets.isAsset(request.path())) {
            sendAsset(request);
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
        if (rendition.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.headers().addAll(rendition.headersOfNotModified());
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.headers().addAll(rendition.headers());
            response.end(rendition.body());
        }
    }
}
