package dev.lectern.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.tls.Certificates;
import dev.lectern.notification.tls.MailTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** Mail servers with certificates, and what is said to them to log in. */
class EncryptionTest {

    private static final String DISTRUSTED = "the mail server's encryption cannot be trusted";
    private static final Map<String, String> START_TLS = Map.of("lectern.smtp.start-tls", "REQUIRED");
    private static final Map<String, String> IMPLICIT = Map.of("lectern.smtp.implicit-tls", "true");

    @TempDir
    private static Path folder;

    private static KeyStore ours;
    private static KeyStore elsewhere;

    private final List<String> received = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void certificates() throws Exception {
        ours = Certificates.selfSigned(folder, "ours", "ip:127.0.0.1");
        elsewhere = Certificates.selfSigned(folder, "elsewhere", "dns:elsewhere.example");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatIsTrustedGetsTheMail(boolean isImplicit) throws Exception {
        var server = start(ours, isImplicit);
        try (var connection = connect(server, Certificates.trusting(ours), isImplicit)) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(received).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCertificateOfNobodyWeKnowIsNotEnough(boolean isImplicit) throws Exception {
        var server = start(ours, isImplicit);
        try (var connection = connect(server, Servers.USUAL_TRUST, isImplicit)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.MISCONFIGURED, DISTRUSTED));
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCertificateOfAnotherServerIsNotEnough(boolean isImplicit) throws Exception {
        var server = start(elsewhere, isImplicit);
        try (var connection = connect(server, Certificates.trusting(elsewhere), isImplicit)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.MISCONFIGURED, DISTRUSTED));
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerWithoutEncryptionIsNotTakenForOneWith() throws IOException {
        try (var server = ScriptedMailServer.behavingWell();
                var connection = Servers.connectionTo(server.port(), IMPLICIT)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.MISCONFIGURED, DISTRUSTED));
        }
    }

    @Test
    void aServerThatHangsUpBeforeAnyEncryptionIsAskedAgain() throws IOException {
        try (var server = ScriptedMailServer.at("GREETING", ScriptedMailServer.CUT);
                var connection = Servers.connectionTo(server.port(), IMPLICIT)) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.TRANSIENT);
        }
    }

    @Test
    void theOneConnectionIsAllThatAFailureTakes() throws Exception {
        try (var server = ScriptedMailServer.at("GREETING", ScriptedMailServer.CUT);
                var connection = Servers.connectionTo(server.port(), Certificates.trusting(ours), IMPLICIT)) {
            send(connection);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aPasswordIsSaidOnlyOnceAllIsEncrypted() throws Exception {
        var server = builder()
                .startTlsSocketFactory(Certificates.context(ours))
                .enableTLS()
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new PlainAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("lectern") || !password.equals("secret")) {
                        throw new LoginFailedException();
                    }
                }))
                .build();
        server.start();
        var right = Map.of(
                "lectern.smtp.start-tls",
                "REQUIRED",
                "lectern.smtp.user",
                "lectern",
                "lectern.smtp.password",
                "secret");
        var wrong = Map.of(
                "lectern.smtp.start-tls", "REQUIRED", "lectern.smtp.user", "lectern", "lectern.smtp.password", "wrong");
        try (var connection = Servers.connectionTo(server.getPortAllocated(), Certificates.trusting(ours), right);
                var stranger = Servers.connectionTo(server.getPortAllocated(), Certificates.trusting(ours), wrong)) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(send(stranger).verdict()).isEqualTo(Verdict.MISCONFIGURED);
        } finally {
            server.stop();
        }
    }

    @Test
    void aTokenIsReadAnewForEachConnection() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "first\n");
        var login = Map.of(
                "lectern.smtp.user", "lectern@conf.example",
                "lectern.smtp.login", "XOAUTH2",
                "lectern.smtp.password-file", file.toString());
        try (var server = ScriptedMailServer.at("EHLO", "250-mail.example\r\n250 AUTH PLAIN XOAUTH2")
                        .andAt("AUTH", "235 2.7.0 welcome");
                var connection = Servers.connectionTo(server.port(), login)) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            Files.writeString(file, "second\n");
            server.dropClients();
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(server.logins()).containsExactly(bearer("first"), bearer("second"));
        }
    }

    @Test
    void aTokenThatIsRefusedIsAMatterOfConfiguration() throws IOException {
        var login = Map.of(
                "lectern.smtp.user", "lectern@conf.example",
                "lectern.smtp.login", "XOAUTH2",
                "lectern.smtp.password", "expired");
        try (var server = ScriptedMailServer.at("EHLO", "250-mail.example\r\n250 AUTH XOAUTH2")
                        .andAt("AUTH", "535 5.7.8 expired");
                var connection = Servers.connectionTo(server.port(), login)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.MISCONFIGURED, "535 5.7.8 expired"));
        }
    }

    @Test
    void aFileThatIsNotThereIsAMatterOfConfiguration() throws IOException {
        var login = Map.of(
                "lectern.smtp.user",
                "lectern",
                "lectern.smtp.password-file",
                folder.resolve("nowhere").toString());
        try (var server = ScriptedMailServer.behavingWell();
                var connection = Servers.connectionTo(server.port(), login)) {
            assertThat(send(connection))
                    .isEqualTo(new Attempt(Verdict.MISCONFIGURED, "the file of the password cannot be read"));
            assertThat(server.connections()).isZero();
        }
    }

    /** As Google and Microsoft document it: user and token, each ended by a control character. */
    private static String bearer(String token) {
        var response = "user=lectern@conf.example\u0001auth=Bearer " + token + "\u0001\u0001";
        return "AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.US_ASCII));
    }

    private SMTPServer start(KeyStore key, boolean isImplicit) throws Exception {
        var server = isImplicit
                ? builder().serverSocketFactory(Certificates.context(key)).build()
                : builder()
                        .startTlsSocketFactory(Certificates.context(key))
                        .enableTLS()
                        .build();
        server.start();
        return server;
    }

    private SMTPServer.Builder builder() {
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> received.add(to));
    }

    private static SmtpConnection connect(SMTPServer server, MailTrust trust, boolean isImplicit) {
        return Servers.connectionTo(server.getPortAllocated(), trust, isImplicit ? IMPLICIT : START_TLS);
    }

    private static Attempt send(SmtpConnection connection) {
        return connection.send(
                null,
                "reader@conf.example",
                "From: Lectern <lectern@conf.example>\r\n\r\nbody\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
