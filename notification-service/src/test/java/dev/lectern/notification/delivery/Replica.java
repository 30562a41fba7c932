package dev.lectern.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The packaged service in a process of its own, that can be killed. It has a mail server and a role in the database of
 * its own, so that what is done there is known to be its doing.
 */
final class Replica implements AutoCloseable {

    private static final String PROGRAM = "target/quarkus-app/quarkus-run.jar";

    private final String role;
    private final ScriptedMailServer mail;
    private final int port = freePort();
    private final int management = freePort();
    private final Process process;

    /** @param settings of the service, which does not wait long for anything */
    Replica(String role, Map<String, String> settings, List<String> messages) {
        this.role = role;
        this.mail = ScriptedMailServer.keepingIn(messages);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", PROGRAM)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", role + ".log").toFile());
        settings.forEach((name, value) -> builder.environment().put(variable(name), value));
        Map.of(
                        "quarkus.datasource.username",
                        role,
                        "quarkus.http.host",
                        "127.0.0.1",
                        "quarkus.http.port",
                        "" + port,
                        "quarkus.management.host",
                        "127.0.0.1",
                        "quarkus.management.port",
                        "" + management,
                        "lectern.smtp.host",
                        "127.0.0.1",
                        "lectern.smtp.port",
                        "" + mail.port())
                .forEach((name, value) -> builder.environment().put(variable(name), value));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String role() {
        return role;
    }

    int port() {
        return port;
    }

    ScriptedMailServer mail() {
        return mail;
    }

    void awaitReady() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> given().port(management).get("/q/health/ready").statusCode() == 200);
    }

    /** As {@code kill -9} does. What its mail server has been told is kept. */
    void kill() {
        process.destroyForcibly().onExit().join();
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            mail.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
