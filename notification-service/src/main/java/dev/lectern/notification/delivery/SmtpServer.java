package dev.lectern.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** The mail server that takes our mail. The password comes from the environment only. */
@ConfigMapping(prefix = "lectern.smtp")
interface SmtpServer {

    @WithDefault("localhost")
    String host();

    @WithDefault("25")
    int port();

    Optional<String> user();

    Optional<String> password();

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

    enum StartTls {
        OFF,
        IF_OFFERED,
        REQUIRED
    }

    /** As the mail library wants to hear it. */
    default Properties asProperties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis(connectTimeout()));
        properties.setProperty("mail.smtp.timeout", millis(readTimeout()));
        properties.setProperty("mail.smtp.writetimeout", millis(writeTimeout()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls() != StartTls.OFF));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls() == StartTls.REQUIRED));
        // A password or a notice must not go to whoever sits in between.
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Do not wait for an answer to our farewell.
        properties.setProperty("mail.smtp.quitwait", "false");
        helloName().ifPresent(name -> properties.setProperty("mail.smtp.localhost", name));
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
