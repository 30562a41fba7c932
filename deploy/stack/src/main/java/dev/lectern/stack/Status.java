package dev.lectern.stack;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Secrets;
import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.data.Tokens.Group;
import dev.lectern.stack.postgres.PostgresServer;
import dev.lectern.stack.process.Probe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a stack from outside, in the shape of {@code status --json}. Of a stopped stack the addresses are those
 * that it had; what is unknown is null.
 *
 * @param gateway a URL without a slash at the end, as all others
 * @param smtp host and port, as {@code kafka}
 * @param processes the pids of what is not a service
 * @param tokens a fresh token for each group
 */
record Status(
        State state,
        String gateway,
        String inbox,
        String smtp,
        String kafka,
        Postgres postgres,
        Map<String, ServiceStatus> services,
        Map<String, Long> processes,
        Map<String, String> tokens) {

    private static final List<Port> OPEN_PORTS =
            List.of(Port.GATEWAY, Port.INBOX, Port.SMTP, Port.POSTGRES, Port.KAFKA);

    enum State {
        @JsonProperty("ready")
        READY,
        @JsonProperty("starting")
        STARTING,
        @JsonProperty("stopped")
        STOPPED
    }

    /** @param url for JDBC; a database's name is added to it */
    record Postgres(String url, String user, String password) {}

    record ServiceStatus(String url, String management, Long pid) {}

    static Status of(DataDirectory data) {
        var ports = Ports.last(data);
        return new Status(
                stateOf(data),
                ports.map(all -> all.url(Port.GATEWAY)).orElse(null),
                ports.map(all -> all.url(Port.INBOX)).orElse(null),
                ports.map(all -> all.address(Port.SMTP)).orElse(null),
                ports.map(all -> all.address(Port.KAFKA)).orElse(null),
                postgres(data, ports),
                services(data, ports),
                processes(data),
                tokens(data));
    }

    /** Ready means that every part answers, and each service says that it is ready. */
    static State stateOf(DataDirectory data) {
        if (!data.isLocked()) {
            return State.STOPPED;
        }
        return Ports.last(data).filter(Status::allAnswer).isPresent() ? State.READY : State.STARTING;
    }

    private static boolean allAnswer(Ports ports) {
        return OPEN_PORTS.stream().allMatch(port -> Probe.listens(ports.of(port)))
                && Stack.SERVICES.stream().allMatch(service -> Probe.isOk(service.readiness(ports)));
    }

    private static Postgres postgres(DataDirectory data, Optional<Ports> ports) {
        return new Postgres(
                ports.map(PostgresServer::url).orElse(null),
                PostgresServer.SUPERUSER,
                ports.isPresent() ? Secrets.password(data, PostgresServer.SUPERUSER) : null);
    }

    private static Map<String, ServiceStatus> services(DataDirectory data, Optional<Ports> ports) {
        var services = new LinkedHashMap<String, ServiceStatus>();
        for (var service : Stack.SERVICES) {
            services.put(
                    service.name(),
                    new ServiceStatus(
                            ports.map(all -> all.url(service.http())).orElse(null),
                            ports.map(all -> all.url(service.management())).orElse(null),
                            pid(data, service.name())));
        }
        return services;
    }

    private static Map<String, Long> processes(DataDirectory data) {
        var processes = new LinkedHashMap<String, Long>();
        processes.put("launcher", data.launcher().orElse(null));
        for (var name : List.of("postgres", "kafka")) {
            processes.put(name, pid(data, name));
        }
        return processes;
    }

    private static Long pid(DataDirectory data, String name) {
        return OwnProcess.find(data, name).map(OwnProcess::pid).orElse(null);
    }

    private static Map<String, String> tokens(DataDirectory data) {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("admin", data.exists() ? new Tokens(data).sign(Welcome.ADMIN, Group.ADMIN) : null);
        tokens.put("organiser", data.exists() ? new Tokens(data).sign(Welcome.ORGANISER, Group.ORGANISER) : null);
        return tokens;
    }
}
