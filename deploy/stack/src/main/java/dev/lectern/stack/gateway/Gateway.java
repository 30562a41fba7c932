package dev.lectern.stack.gateway;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.lectern.chassis.web.MemoryConnections;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.process.Component;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** The public door of the stack. It streams in both directions, so that large files and endless answers pass. */
public final class Gateway implements Component {

    /** Each endless answer (server-sent events) keeps a connection to its origin. */
    private static final int CONNECTIONS_PER_ORIGIN = 10_000;

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    /** As long as a service takes for its last requests. */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Vertx vertx;
    private final int port;
    private final Map<String, Origins> origins;
    private final Map<String, OwnPath> pages;
    private final Set<HttpServerRequest> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;
    private final Limits limits;
    private HeldAgendas agendas;
    private MemoryConnections connections;
    private String deployment;

    /**
     * @param origins the ports of a service's replicas on this machine, by first path segment
     * @param pages what the gateway answers itself, by path
     */
    public Gateway(Vertx vertx, int port, Map<String, List<Integer>> origins, Map<String, OwnPath> pages) {
        this(vertx, port, origins, pages, Limits.usual());
    }

    Gateway(Vertx vertx, int port, Map<String, List<Integer>> origins, Map<String, OwnPath> pages, Limits limits) {
        this.vertx = vertx;
        this.port = port;
        this.origins = origins.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> new Origins(entry.getValue())));
        this.pages = pages;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String address() {
        return "http://" + Ports.HOST + ":" + port;
    }

    /** One server per core, all on the same port. */
    @Override
    public void start() throws ExecutionException, InterruptedException {
        agendas = new HeldAgendas(vertx);
        connections = new MemoryConnections(agendas, limits.silence());
        var cores = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        deployment = vertx.deployVerticle(Server::new, cores)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    /** Its own pages are served on: the services may need the keys among them to finish. */
    @Override
    public void drain() throws InterruptedException {
        draining = true;
        var deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
        while (underWay.stream().anyMatch(Gateway::ends) && System.nanoTime() < deadline) {
            Thread.sleep(GLANCE.toMillis());
        }
    }

    /** Server-sent events go on until someone has enough of them. */
    private static boolean ends(HttpServerRequest request) {
        return !"text/event-stream".equals(request.response().headers().get("Content-Type"));
    }

    @Override
    public void stop() throws ExecutionException, InterruptedException {
        if (deployment != null) {
            vertx.undeploy(deployment).toCompletionStage().toCompletableFuture().get();
            deployment = null;
            agendas.close();
        }
    }

    private final class Server extends AbstractVerticle {

        private HttpClient client;

        @Override
        public void start(Promise<Void> started) {
            client = vertx.createHttpClient(new HttpClientOptions()
                    .setMaxPoolSize(CONNECTIONS_PER_ORIGIN)
                    .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
            vertx.createHttpServer(limits.options()
                            .setHost(Ports.HOST)
                            .setPort(port)
                            .setHttp2ClearTextEnabled(false)
                            .setHandle100ContinueAutomatically(true))
                    .connectionHandler(this::admit)
                    .invalidRequestHandler(Limits::refuse)
                    .requestHandler(this::answer)
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private void admit(HttpConnection connection) {
            limits.admit(connection);
            connections.watch(connection);
        }

        private void answer(HttpServerRequest request) {
            var fault = Faults.in(request);
            if (fault.isPresent()) {
                fault.get().answer(request);
                return;
            }
            var page = pages.get(request.path());
            var origin = origins.get(firstSegment(request.path()));
            if (page != null) {
                page.send(request);
            } else if (origin == null) {
                NothingHere.answer(request);
            } else if (draining) {
                Exchange.unavailable(request);
            } else {
                underWay.add(request);
                request.response().endHandler(done -> underWay.remove(request));
                Exchange.begin(client, origin.inTurn(), request, answer -> agendas.learn(request, answer));
            }
        }
    }

    /** {@code /agenda/physics/talks/3} → {@code agenda} */
    static String firstSegment(String path) {
        var begin = path.indexOf('/') + 1;
        var end = path.indexOf('/', begin);
        return begin == 0 ? "" : path.substring(begin, end < 0 ? path.length() : end);
    }
}
