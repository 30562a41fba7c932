package dev.lectern.notification.mail;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/**
 * Signs mails as whoever has the domain's key (RFC 6376), once, before they are stored: so each attempt sends the same
 * signature.
 */
@Startup
@ApplicationScoped
class Dkim {

    /** Those that there are not are signed too, so that nobody adds them. */
    private static final String HEADERS = "from:to:subject:date:message-id:reply-to:in-reply-to:references:mime-version"
            + ":content-type:content-transfer-encoding:content-language:auto-submitted";

    private record Signer(String template, PrivateKey key) {}

    private final Optional<Signer> signer;

    Dkim(DkimRules rules) {
        var given = rules.domain().isPresent();
        if (given != rules.selector().isPresent() || given != rules.keyFile().isPresent()) {
            throw new IllegalArgumentException("lectern.dkim needs domain, selector and key-file, or none of them");
        }
        this.signer = rules.domain()
                .map(domain -> new Signer(
                        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s="
                                + rules.selector().orElseThrow() + "; h=" + HEADERS + "; bh=; b=;",
                        key(Path.of(rules.keyFile().orElseThrow()))));
    }

    private static PrivateKey key(Path file) {
        try {
            var encoded = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("lectern.dkim.key-file is no private RSA key in PEM (PKCS #8)", e);
        }
    }

    /** The same bytes, after their signature where there is one. */
    byte[] sign(byte[] message) throws IOException {
        if (signer.isEmpty()) {
            return message;
        }
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((signature(message) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        signed.writeBytes(message);
        return signed.toByteArray();
    }

    private String signature(byte[] message) throws IOException {
        try {
            var by = signer.orElseThrow();
            // Folded, for lines are limited; in relaxed form that is the same header.
            return new DKIMSigner(by.template(), by.key())
                    .sign(new ByteArrayInputStream(message))
                    .replace("; ", ";\r\n ");
        } catch (FailException e) {
            throw new IllegalStateException("a mail cannot be signed", e);
        }
    }
}
