package dev.lectern.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.notification.mail.Letters.Keys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DkimTest {

    private static final KeyPair KEYS = keys();

    @TempDir
    private Path folder;

    private Path key;

    @BeforeEach
    void theKeyIsInAFile() throws IOException {
        var encoded = Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded());
        key = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void aMailIsSignedByItsDomain() throws Exception {
        var mail = compose();
        assertThat(mail).startsWith("DKIM-Signature: ").contains("d=conf.example", "s=lectern");
        assertThat(mail.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(998));
        assertThat(verify(mail)).containsExactly("@conf.example");
    }

    @Test
    void whatSaysSomethingElseIsNotSigned() throws Exception {
        var mail = compose();
        for (var other : List.of(
                mail.replace("Subject: ", "Subject: Urgent, "),
                mail.replace("From: Lectern", "From: Somebody"),
                mail.replace("Hello", "Good bye"),
                mail.replace("Auto-Submitted:", "Reply-To: <eve@uni.example>\r\nAuto-Submitted:"))) {
            assertThat(other).isNotEqualTo(mail);
            assertThatThrownBy(() -> verify(other)).isInstanceOf(FailException.class);
        }
    }

    @Test
    void withoutAKeyAMailIsAsItIs() throws IOException {
        var message = "From: a@b.example\r\n\r\nbody\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(Letters.UNSIGNED.sign(message)).isSameAs(message);
    }

    @Test
    void whatIsNotCompleteOrNoKeyIsRefusedAtTheStart() throws IOException {
        var noKey = Files.writeString(folder.resolve("none.pem"), "none");
        assertThatThrownBy(() -> new Dkim(new Keys(Optional.of("conf.example"), Optional.empty(), Optional.empty())))
                .hasMessageContaining("lectern.dkim needs");
        assertThatThrownBy(() -> signing(noKey)).hasMessageContaining("lectern.dkim.key-file");
        assertThatThrownBy(() -> signing(folder.resolve("nowhere"))).hasMessageContaining("lectern.dkim.key-file");
    }

    private String compose() {
        var composer = new MailComposer("https://lectern.example", signing(key), new SimpleMeterRegistry());
        var mail = composer.compose(List.of(Letters.scheduled(Letters.tenInTheAuditorium())));
        return new String(mail.bytes(), StandardCharsets.US_ASCII);
    }

    private static Dkim signing(Path key) {
        return new Dkim(new Keys(Optional.of("conf.example"), Optional.of("lectern"), Optional.of(key.toString())));
    }

    /** Whose signatures hold. */
    private static List<String> verify(String mail) throws IOException, FailException {
        var published = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        var verifier = new DKIMVerifier((method, selector, domain) -> List.of(published));
        return verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))).stream()
                .map(signature -> signature.getIdentity().toString())
                .toList();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(4096);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
