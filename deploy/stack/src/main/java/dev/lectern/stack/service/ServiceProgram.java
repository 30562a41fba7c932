package dev.lectern.stack.service;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Secrets;
import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.kafka.BrokerAccount;
import dev.lectern.stack.postgres.PostgresServer;
import dev.lectern.stack.process.Jvm;
import dev.lectern.stack.process.Probe;
import dev.lectern.stack.process.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A replica of a service as its Maven module packages it.
 *
 * @param home the folder of the project, in which the module is
 * @param scratch for what can be made again at any time
 */
public record ServiceProgram(Replica replica, DataDirectory data, Path home, Path scratch, Ports ports)
        implements Program {

    @Override
    public String name() {
        return replica.name();
    }

    @Override
    public List<String> needs() {
        return List.of("gateway", "inbox", "postgres", "kafka");
    }

    @Override
    public String address() {
        return ports.url(replica.http());
    }

    @Override
    public List<String> command() {
        var jar = home.resolve(replica.service() + "-service/target/quarkus-app/quarkus-run.jar");
        var rest = new ArrayList<>(List.of(archive(), "-jar", jar.toString()));
        if (!replica.service().equals("schedule")) {
            rest.add(0, Jvm.QUICK_COMPILER);
        }
        return Jvm.command(data, "192m", "16m", rest);
    }

    /** From which the classes are taken where it is that of this very jar and Java; {@code deploy/lectern} makes it. */
    private String archive() {
        var name = replica.service() + "-service-" + System.getProperty("java.version") + ".jsa";
        return "-XX:SharedArchiveFile=" + scratch.resolve(name);
    }

    @Override
    public Map<String, String> environment() {
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                Ports.HOST,
                "QUARKUS_HTTP_PORT",
                "" + ports.of(replica.http()),
                "QUARKUS_MANAGEMENT_HOST",
                Ports.HOST,
                "QUARKUS_MANAGEMENT_PORT",
                "" + ports.of(replica.management()),
                "QUARKUS_DATASOURCE_JDBC_URL",
                PostgresServer.url(ports) + replica.service(),
                "QUARKUS_DATASOURCE_USERNAME",
                replica.service(),
                "QUARKUS_DATASOURCE_PASSWORD",
                Secrets.password(data, replica.service())));
        BrokerAccount.of(data)
                .settings()
                .forEach((name, value) ->
                        environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                ports.address(Port.KAFKA),
                "LECTERN_TOKEN_ISSUER",
                Tokens.ISSUER,
                // Discovered as anywhere, but at the gateway: the issuer is a name only.
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                ports.url(Port.GATEWAY),
                "LECTERN_PUBLIC_URL",
                ports.url(Port.GATEWAY),
                "LECTERN_SMTP_HOST",
                Ports.HOST,
                "LECTERN_SMTP_PORT",
                "" + ports.of(Port.SMTP)));
        if (replica.service().equals("schedule")) {
            environment.put("LECTERN_AGENDA_PORT", "" + ports.of(replica.agenda()));
        }
        return environment;
    }

    /** Its own word, which covers its database, its consumers and its relay. */
    @Override
    public boolean answers() {
        return Probe.isOk(replica.readiness(ports));
    }
}
