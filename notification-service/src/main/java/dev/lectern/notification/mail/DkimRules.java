package dev.lectern.notification.mail;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who signs mails (RFC 6376): all of them, or nobody. */
@ConfigMapping(prefix = "lectern.dkim")
interface DkimRules {

    /** The one of the mails' sender, {@code conf.example}. */
    Optional<String> domain();

    /** Under {@code selector._domainkey.conf.example} the DNS has the public key. */
    Optional<String> selector();

    /** A private RSA key in PEM (PKCS #8). */
    Optional<String> keyFile();
}
