package dev.lectern.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** The mail server that takes our mail. The password comes from the environment or a file only. */
@ConfigMapping(prefix = "lectern.smtp")
interface SmtpServer {

    @WithDefault("localhost")
    String host();

    @WithDefault("25")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** Read anew for each connection, for a token is soon another one; takes the place of the password. */
    Optional<String> passwordFile();

    /** {@code PASSWORD}, or {@code XOAUTH2}: the password is a token of OAuth 2. */
    @WithDefault("PASSWORD")
    Login login();

    /** Whether the connection is encrypted from its beginning, as usual on port 465 (RFC 8314); then without STARTTLS. */
    @WithDefault("false")
    boolean implicitTls();

    /** {@code OFF}, {@code IF_OFFERED} or {@code REQUIRED}. */
    @WithDefault("IF_OFFERED")
    StartTls startTls();

    /** The name we greet with; absent: this machine's. */
    Optional<String> helloName();

    @WithDefault("5s")
    Duration connectTimeout();

    /** RFC 5321, section 4.5.3.2, allows a server minutes, but a worker that waits so long holds up all others. */
    @WithDefault("60s")
    Duration readTimeout();

    @WithDefault("60s")
    Duration writeTimeout();

    enum Login {
        PASSWORD,
        XOAUTH2
    }

    enum StartTls {
        OFF,
        IF_OFFERED,
        REQUIRED
    }

    /** What is right now. */
    default Optional<String> currentPassword() throws IOException {
        return passwordFile().isEmpty()
                ? password()
                : Optional.of(Files.readString(Path.of(passwordFile().get())).strip());
    }

    /** As the mail library wants to hear it. */
    default Properties asProperties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis(connectTimeout()));
        properties.setProperty("mail.smtp.timeout", millis(readTimeout()));
        properties.setProperty("mail.smtp.writetimeout", millis(writeTimeout()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user().isPresent()));
        if (login() == Login.XOAUTH2) {
            properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(implicitTls()));
        var upgrade = implicitTls() ? StartTls.OFF : startTls();
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgrade != StartTls.OFF));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(upgrade == StartTls.REQUIRED));
        // Do not wait for an answer to our farewell.
        properties.setProperty("mail.smtp.quitwait", "false");
        helloName().ifPresent(name -> properties.setProperty("mail.smtp.localhost", name));
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
