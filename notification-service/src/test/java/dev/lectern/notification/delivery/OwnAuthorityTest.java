package dev.lectern.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.tls.Certificates;
import dev.lectern.notification.tls.MailTrust;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.server.SMTPServer;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
@TestProfile(OwnAuthorityTest.WithAuthority.class)
class OwnAuthorityTest {

    private static final String FOLDER = "test.certificates";

    /** The certificate of a mail server is in a file. */
    public static class WithAuthority implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("certificates");
                Certificates.selfSigned(folder, "mail", "ip:127.0.0.1");
                return Map.of(
                        "lectern.delivery.enabled",
                        "false",
                        FOLDER,
                        folder.toString(),
                        "quarkus.tls.mail.trust-store.pem.certs",
                        Certificates.pem(folder, "mail").toString());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Inject
    MailTrust trust;

    @ConfigProperty(name = FOLDER)
    Path folder;

    @Test
    void theAuthorityThatIsConfiguredIsTrusted() throws Exception {
        var key = KeyStore.getInstance(folder.resolve("mail.p12").toFile(), "changeit".toCharArray());
        var server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .startTlsSocketFactory(Certificates.context(key))
                .enableTLS()
                .build();
        server.start();
        var required = Map.of("lectern.smtp.start-tls", "REQUIRED");
        try (var trusting = Servers.connectionTo(server.getPortAllocated(), trust, required);
                var usual = Servers.connectionTo(server.getPortAllocated(), required)) {
            assertThat(send(trusting)).isEqualTo(Verdict.ACCEPTED);
            assertThat(send(usual)).isEqualTo(Verdict.MISCONFIGURED);
        } finally {
            server.stop();
        }
    }

    private static Verdict send(SmtpConnection connection) {
        return connection
                .send(
                        null,
                        "reader@conf.example",
                        "From: Lectern <lectern@conf.example>\r\n\r\nbody\r\n".getBytes(StandardCharsets.US_ASCII))
                .verdict();
    }
}
