package dev.lectern.notification.delivery;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Connections to the tests' mail servers, with little patience. */
final class Servers {

    private Servers() {}

    static SmtpConnection connectionTo(ScriptedMailServer server) {
        return connectionTo(server.port());
    }

    static SmtpConnection connectionTo(int port) {
        return connectionTo(port, Map.of());
    }

    static SmtpConnection connectionTo(int port, Map<String, String> more) {
        return new SmtpConnection(configured(port, "PT0.3S", more), Duration.ofSeconds(10));
    }

    static SmtpServer patient(int port) {
        return configured(port, "PT30S", Map.of());
    }

    static SmtpServer configured(int port, String readTimeout, Map<String, String> more) {
        var values = new HashMap<String, String>(Map.of(
                "lectern.smtp.host", "127.0.0.1",
                "lectern.smtp.port", Integer.toString(port),
                "lectern.smtp.hello-name", "lectern.example",
                "lectern.smtp.connect-timeout", "PT0.3S",
                "lectern.smtp.read-timeout", readTimeout,
                "lectern.smtp.write-timeout", "PT0.3S"));
        values.putAll(more);
        return new SmallRyeConfigBuilder()
                .withMapping(SmtpServer.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(SmtpServer.class);
    }
}
