package dev.lectern.notification.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** The mailbox that reports arrive in, read by IMAP. The password comes from the environment or a file only. */
@ConfigMapping(prefix = "lectern.bounces.imap")
interface ReportMailbox {

    /** Absent: no mailbox is read. */
    Optional<String> host();

    @WithDefault("993")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** {@code IMPLICIT}, {@code START_TLS} or, on a network that is trusted, {@code OFF}. */
    @WithDefault("IMPLICIT")
    Tls tls();

    @WithDefault("INBOX")
    String folder();

    @WithDefault("1m")
    Duration pollInterval();

    @WithDefault("30s")
    Duration timeout();

    enum Tls {
        IMPLICIT,
        START_TLS,
        OFF
    }

    /** As it is noted up to where it has been read. */
    default String name() {
        return user().orElse("") + "@" + host().orElse("") + ":" + port() + "/" + folder();
    }

    /** As the mail library wants to hear it. */
    default Properties asProperties() {
        var properties = new Properties();
        var millis = Long.toString(timeout().toMillis());
        properties.setProperty("mail.imap.connectiontimeout", millis);
        properties.setProperty("mail.imap.timeout", millis);
        properties.setProperty("mail.imap.writetimeout", millis);
        properties.setProperty("mail.imap.ssl.enable", Boolean.toString(tls() == Tls.IMPLICIT));
        properties.setProperty("mail.imap.starttls.enable", Boolean.toString(tls() == Tls.START_TLS));
        properties.setProperty("mail.imap.starttls.required", Boolean.toString(tls() == Tls.START_TLS));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        return properties;
    }
}
