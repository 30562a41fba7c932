package dev.lectern.stack;

import static dev.lectern.stack.data.Port.GATEWAY;
import static dev.lectern.stack.data.Port.MOST_REPLICAS;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.gateway.Gateway;
import dev.lectern.stack.gateway.OwnPath;
import dev.lectern.stack.gateway.Page;
import dev.lectern.stack.gateway.ServicesHealth;
import dev.lectern.stack.inbox.Inbox;
import dev.lectern.stack.kafka.KafkaBroker;
import dev.lectern.stack.kafka.Topic;
import dev.lectern.stack.openapi.ApiDocument;
import dev.lectern.stack.openapi.ApiPage;
import dev.lectern.stack.postgres.PostgresServer;
import dev.lectern.stack.process.ChildProcess;
import dev.lectern.stack.process.Component;
import dev.lectern.stack.process.Program;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.service.Replica;
import dev.lectern.stack.service.ServiceProgram;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that runs on one machine, as a table. */
record Stack(DataDirectory data, Ports ports, Progress progress) {

    /** Each has a database and a role of its name. */
    static final List<String> SERVICES = List.of("catalog", "schedule", "notification");

    List<Component> components() {
        var vertx = vertx();
        return Stream.concat(
                        Stream.of(
                                process(new PostgresServer(data, Home.scratch(), ports, SERVICES)),
                                process(new KafkaBroker(data, ports, Topic.all())),
                                new Inbox(vertx, data, ports),
                                new Gateway(vertx, ports.of(GATEWAY), routes(), pages())),
                        replicas(ports).stream()
                                .map(replica ->
                                        process(new ServiceProgram(replica, data, Home.path(), Home.scratch(), ports))))
                .toList();
    }

    /** The replicas of every service, the first ones first; of an unknown stack it is one each. */
    static List<Replica> replicas(Ports ports) {
        return allReplicas()
                .filter(replica -> replica.number() == 1 || ports.has(replica.http()))
                .toList();
    }

    /** The names of what may run in a process of its own, dependents first. */
    static List<String> processes() {
        return names(allReplicas());
    }

    /** The names of the processes that run with these ports. */
    static List<String> processes(Ports ports) {
        return names(replicas(ports).stream());
    }

    private static List<String> names(Stream<Replica> replicas) {
        return Stream.concat(replicas.map(Replica::name), Stream.of("kafka", "postgres"))
                .toList();
    }

    private static Stream<Replica> allReplicas() {
        return IntStream.rangeClosed(1, MOST_REPLICAS)
                .boxed()
                .flatMap(number -> SERVICES.stream().map(service -> new Replica(service, number)));
    }

    /** Which service answers, by the first segment of the path. */
    private Map<String, List<Integer>> routes() {
        return Map.of(
                "catalog", portsOf("catalog", Replica::http),
                "schedule", portsOf("schedule", Replica::http),
                "agenda", portsOf("schedule", Replica::agenda),
                "notification", portsOf("notification", Replica::http),
                "presenter", portsOf("notification", Replica::http));
    }

    private List<Integer> portsOf(String service, Function<Replica, Port> port) {
        return replicas(ports).stream()
                .filter(replica -> replica.service().equals(service))
                .map(replica -> ports.of(port.apply(replica)))
                .toList();
    }

    private Map<String, OwnPath> pages() {
        var pages = new HashMap<>(ApiPage.paths());
        pages.put("/", new Page("text/html; charset=UTF-8", Welcome.page(ports)));
        pages.put(Tokens.CONFIGURATION, new Page("application/json", Tokens.configuration(ports.url(GATEWAY))));
        pages.put(Tokens.KEYS, new Page("application/json", new Tokens(data).jwks()));
        pages.put("/health", new ServicesHealth(perReplica(replica -> replica.readiness(ports))));
        var api = new ApiDocument(
                ports.url(GATEWAY), perReplica(replica -> ports.url(replica.management()) + "/q/openapi?format=json"));
        pages.put("/openapi", api.either());
        pages.put("/openapi.json", api.json());
        pages.put("/openapi.yaml", api.yaml());
        return Map.copyOf(pages);
    }

    /** An address of each replica of each service. */
    private Map<String, List<String>> perReplica(Function<Replica, String> address) {
        var addresses = new LinkedHashMap<String, List<String>>();
        replicas(ports)
                .forEach(replica -> addresses
                        .computeIfAbsent(replica.service(), none -> new ArrayList<>())
                        .add(address.apply(replica)));
        return addresses;
    }

    private Component process(Program program) {
        return new ChildProcess(program, data, progress);
    }

    /**
     * Sockets are served by epoll where there is a library for the platform. No file of ours is served from the class
     * path, so no copies of any are kept in a temporary folder.
     */
    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }
}
