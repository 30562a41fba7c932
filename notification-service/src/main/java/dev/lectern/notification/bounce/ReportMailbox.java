package dev.lectern.notification.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Read anew each time, for a token is soon another one; takes the place of the password. */
    Optional<String> passwordFile();

    /** {@code PASSWORD}, or {@code XOAUTH2}: the password is a token of OAuth 2. */
    @WithDefault("PASSWORD")
    Login login();

    /** {@code IMPLICIT}, {@code START_TLS} or, on a network that is trusted, {@code OFF}. */
    @WithDefault("IMPLICIT")
    Tls tls();

    @WithDefault("INBOX")
    String folder();

    @WithDefault("1m")
    Duration pollInterval();

    @WithDefault("30s")
    Duration timeout();

    enum Login {
        PASSWORD,
        XOAUTH2
    }

    enum Tls {
        IMPLICIT,
        START_TLS,
        OFF
    }

    /** What is right now. */
    default Optional<String> currentPassword() throws IOException {
        return passwordFile().isEmpty()
                ? password()
                : Optional.of(Files.readString(Path.of(passwordFile().get())).strip());
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
        if (login() == Login.XOAUTH2) {
            properties.setProperty("mail.imap.auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }
}
