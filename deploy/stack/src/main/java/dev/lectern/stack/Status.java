package dev.lectern.stack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Restarts;
import dev.lectern.stack.data.Secrets;
import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.data.Tokens.Group;
import dev.lectern.stack.kafka.BrokerAccount;
import dev.lectern.stack.postgres.PostgresServer;
import dev.lectern.stack.process.Probe;
import dev.lectern.stack.service.Replica;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What is known of a stack from outside, in the shape of {@code status --json}. Of a stopped stack the addresses are
 * those that it had; what is unknown is null.
 *
 * @param gateway a URL without a slash at the end, as all others
 * @param smtp host and port, as {@code kafka}
 * @param broker who may use Kafka: by SASL/PLAIN, without encryption
 * @param processes the pids of what is not a service
 * @param backing how PostgreSQL and Kafka are
 * @param tokens a fresh token for each group
 */
record Status(
        State state,
        String gateway,
        String inbox,
        String smtp,
        String kafka,
        BrokerAccount broker,
        Postgres postgres,
        Map<String, ServiceStatus> services,
        Map<String, Long> processes,
        Map<String, Life> backing,
        Map<String, String> tokens) {

    private static final List<Port> LAUNCHERS_PORTS = List.of(Port.GATEWAY, Port.INBOX, Port.SMTP);

    enum State {
        @JsonProperty("ready")
        READY,
        @JsonProperty("starting")
        STARTING,
        @JsonProperty("restarting")
        RESTARTING,
        @JsonProperty("stopped")
        STOPPED
    }

    /** @param url for JDBC; a database's name is added to it */
    record Postgres(String url, String user, String password) {}

    /**
     * How a process is.
     *
     * @param restarts how often it has died, and was or will be started again, since the stack was started
     * @param lastExit when it last died, in UTC
     */
    record Life(Long pid, State state, int restarts, String lastExit) {}

    /** A service as its first replica is, and all its replicas. */
    record ServiceStatus(
            String url, String management, @JsonUnwrapped Life life, List<ReplicaStatus> replicas) {}

    record ReplicaStatus(
            String name,
            String url,
            String management,
            @JsonUnwrapped Life life) {}

    static Status of(DataDirectory data) {
        var ports = Ports.last(data);
        var runs = data.isLocked();
        var services = services(data, ports, runs);
        var backing = backing(data, ports, runs);
        return new Status(
                state(ports, runs, services, backing),
                ports.map(all -> all.url(Port.GATEWAY)).orElse(null),
                ports.map(all -> all.url(Port.INBOX)).orElse(null),
                ports.map(all -> all.address(Port.SMTP)).orElse(null),
                ports.map(all -> all.address(Port.KAFKA)).orElse(null),
                ports.isPresent() ? BrokerAccount.of(data) : null,
                postgres(data, ports),
                services,
                processes(data, backing),
                backing,
                tokens(data));
    }

    /** How many each service has. */
    int replicas() {
        return services.values().iterator().next().replicas().size();
    }

    /** Ready means that every part answers, and each replica says that it is ready. */
    private static State state(
            Optional<Ports> ports, boolean runs, Map<String, ServiceStatus> services, Map<String, Life> backing) {
        if (!runs) {
            return State.STOPPED;
        }
        var lives = Stream.concat(
                services.values().stream()
                        .flatMap(service -> service.replicas().stream())
                        .map(ReplicaStatus::life),
                backing.values().stream());
        return lives.allMatch(life -> life.state() == State.READY)
                        && LAUNCHERS_PORTS.stream()
                                .allMatch(port ->
                                        Probe.listens(ports.orElseThrow().of(port)))
                ? State.READY
                : State.STARTING;
    }

    private static Postgres postgres(DataDirectory data, Optional<Ports> ports) {
        return new Postgres(
                ports.map(PostgresServer::url).orElse(null),
                PostgresServer.SUPERUSER,
                ports.isPresent() ? Secrets.password(data, PostgresServer.SUPERUSER) : null);
    }

    private static Map<String, ServiceStatus> services(DataDirectory data, Optional<Ports> ports, boolean runs) {
        var replicas = Stack.replicas(ports.orElseGet(() -> new Ports(Map.of()))).stream()
                .collect(groupingBy(
                        Replica::service,
                        LinkedHashMap::new,
                        mapping(replica -> status(data, replica, ports, runs), toList())));
        var services = new LinkedHashMap<String, ServiceStatus>();
        replicas.forEach((name, all) -> services.put(
                name,
                new ServiceStatus(
                        all.get(0).url(), all.get(0).management(), all.get(0).life(), all)));
        return services;
    }

    private static ReplicaStatus status(DataDirectory data, Replica replica, Optional<Ports> ports, boolean runs) {
        return new ReplicaStatus(
                replica.name(),
                ports.map(all -> all.url(replica.http())).orElse(null),
                ports.map(all -> all.url(replica.management())).orElse(null),
                life(data, replica.name(), runs, () -> Probe.isOk(replica.readiness(ports.orElseThrow()))));
    }

    private static Map<String, Life> backing(DataDirectory data, Optional<Ports> ports, boolean runs) {
        var backing = new LinkedHashMap<String, Life>();
        for (var port : List.of(Port.POSTGRES, Port.KAFKA)) {
            var name = port.name().toLowerCase(Locale.ROOT);
            backing.put(
                    name,
                    life(
                            data,
                            name,
                            runs,
                            () -> Probe.listens(ports.orElseThrow().of(port))));
        }
        return backing;
    }

    /** @param ready asked only where there is a process */
    private static Life life(DataDirectory data, String name, boolean runs, BooleanSupplier ready) {
        var pid = OwnProcess.find(data, name).map(OwnProcess::pid).orElse(null);
        var restarts = Restarts.of(data, name);
        var state = State.STARTING;
        if (runs && restarts.underWay()) {
            state = State.RESTARTING;
        } else if (pid != null) {
            state = ready.getAsBoolean() ? State.READY : State.STARTING;
        } else if (!runs) {
            state = State.STOPPED;
        }
        return new Life(pid, state, restarts.count(), restarts.lastExit());
    }

    private static Map<String, Long> processes(DataDirectory data, Map<String, Life> backing) {
        var processes = new LinkedHashMap<String, Long>();
        processes.put("launcher", data.launcher().orElse(null));
        backing.forEach((name, life) -> processes.put(name, life.pid()));
        return processes;
    }

    private static Map<String, String> tokens(DataDirectory data) {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("admin", data.exists() ? new Tokens(data).sign(Welcome.ADMIN, Group.ADMIN) : null);
        tokens.put("organiser", data.exists() ? new Tokens(data).sign(Welcome.ORGANISER, Group.ORGANISER) : null);
        return tokens;
    }
}
