package dev.lectern.stack;

import static dev.lectern.stack.data.Port.CATALOG;
import static dev.lectern.stack.data.Port.CATALOG_MANAGEMENT;
import static dev.lectern.stack.data.Port.GATEWAY;
import static dev.lectern.stack.data.Port.NOTIFICATION;
import static dev.lectern.stack.data.Port.NOTIFICATION_MANAGEMENT;
import static dev.lectern.stack.data.Port.SCHEDULE;
import static dev.lectern.stack.data.Port.SCHEDULE_MANAGEMENT;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.gateway.Gateway;
import dev.lectern.stack.gateway.Page;
import dev.lectern.stack.inbox.Inbox;
import dev.lectern.stack.kafka.KafkaBroker;
import dev.lectern.stack.postgres.PostgresServer;
import dev.lectern.stack.process.ChildProcess;
import dev.lectern.stack.process.Component;
import dev.lectern.stack.process.Program;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.service.Service;
import dev.lectern.stack.service.ServiceProgram;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that runs on one machine, as a table. */
record Stack(DataDirectory data, Ports ports, Progress progress) {

    /** What runs in a process of its own, dependents first. */
    static final List<String> PROCESSES = List.of("notification", "schedule", "catalog", "kafka", "postgres");

    /** The services; each has a database and a role of its name. */
    static final List<Service> SERVICES = List.of(
            new Service("catalog", CATALOG, CATALOG_MANAGEMENT),
            new Service("schedule", SCHEDULE, SCHEDULE_MANAGEMENT),
            new Service("notification", NOTIFICATION, NOTIFICATION_MANAGEMENT));

    private static final List<String> TOPICS = List.of(
            "lectern.catalog.conference.v1",
            "lectern.catalog.contribution.v1",
            "lectern.catalog.presenter.v1",
            "lectern.schedule.slot.v1");

    List<Component> components() {
        var vertx = vertx();
        return Stream.concat(
                        Stream.of(
                                process(new PostgresServer(data, Home.scratch(), ports, databases())),
                                process(new KafkaBroker(data, ports, TOPICS)),
                                new Inbox(vertx, data, ports),
                                new Gateway(vertx, ports.of(GATEWAY), routes(), pages())),
                        SERVICES.stream()
                                .map(service -> process(new ServiceProgram(service, data, Home.path(), ports))))
                .toList();
    }

    private static List<String> databases() {
        return SERVICES.stream().map(Service::name).toList();
    }

    /** Which service answers, by the first segment of the path. */
    private Map<String, Integer> routes() {
        return Map.of(
                "catalog", ports.of(CATALOG),
                "schedule", ports.of(SCHEDULE),
                "agenda", ports.of(SCHEDULE),
                "notification", ports.of(NOTIFICATION));
    }

    private Map<String, Page> pages() {
        return Map.of(
                "/", new Page("text/html; charset=UTF-8", Welcome.page(ports)),
                "/.well-known/jwks.json", new Page("application/json", new Tokens(data).jwks()));
    }

    private Component process(Program program) {
        return new ChildProcess(program, data, progress);
    }

    /** No file of ours is served from the class path, so no copies of any are kept in a temporary folder. */
    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }
}
