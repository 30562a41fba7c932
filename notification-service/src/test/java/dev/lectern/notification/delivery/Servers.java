package dev.lectern.notification.delivery;

import dev.lectern.notification.tls.MailTrust;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connections to the tests' mail servers. */
final class Servers {

    /** Longer than a loaded machine is silent by itself. */
    private static final String PATIENT = "PT30S";

    /** As Java has it. */
    static final MailTrust USUAL_TRUST = new MailTrust(Optional.empty());

    private Servers() {}

    static SmtpConnection connectionTo(ScriptedMailServer server) {
        return connectionTo(server.port(), Map.of());
    }

    static SmtpConnection connectionTo(int port, Map<String, String> more) {
        return connectionTo(configured(port, PATIENT, more));
    }

    /** A connection that soon takes silence for a failure. */
    static SmtpConnection impatientConnectionTo(ScriptedMailServer server) {
        return connectionTo(configured(server.port(), "PT1S", Map.of()));
    }

    static SmtpServer patient(int port) {
        return configured(port, PATIENT, Map.of());
    }

    private static SmtpConnection connectionTo(SmtpServer server) {
        return new SmtpConnection(server, USUAL_TRUST, Duration.ofSeconds(10));
    }

    static SmtpConnection connectionTo(int port, MailTrust trust, Map<String, String> more) {
        return new SmtpConnection(configured(port, PATIENT, more), trust, Duration.ofSeconds(10));
    }

    private static SmtpServer configured(int port, String readTimeout, Map<String, String> more) {
        var values = new HashMap<String, String>(Map.of(
                "lectern.smtp.host",
                "127.0.0.1",
                "lectern.smtp.port",
                Integer.toString(port),
                "lectern.smtp.hello-name",
                "lectern.example",
                "lectern.smtp.connect-timeout",
                PATIENT,
                "lectern.smtp.read-timeout",
                readTimeout,
                "lectern.smtp.write-timeout",
                PATIENT));
        values.putAll(more);
        return new SmallRyeConfigBuilder()
                .withMapping(SmtpServer.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(SmtpServer.class);
    }
}
