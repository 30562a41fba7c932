package dev.lectern.notification.delivery;

import static dev.lectern.notification.delivery.ScriptedMailServer.CUT;
import static dev.lectern.notification.delivery.ScriptedMailServer.HANG;
import static dev.lectern.notification.delivery.Servers.connectionTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.server.SMTPServer;

class SmtpConnectionTest {

    private static final String MAIL = """
            Date: Mon, 1 Mar 2027 10:00:00 +0000 (UTC)
            From: Lectern <lectern@conf.example>
            To: "A;\tB" <reader@conf.example>
            Subject:  two spaces
             and a fold
            X-Odd:

            .a line that starts with a dot
            ..and one with two
            trailing blanks  \t
            .
            end
            """.replace("\n", "\r\n");

    @Test
    void theServerGetsExactlyTheStoredBytes() throws IOException {
        try (var server = ScriptedMailServer.behavingWell();
                var connection = connectionTo(server)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.ACCEPTED, "250 2.0.0 taken"));
            assertThat(server.messages()).containsExactly(MAIL);
            assertThat(server.recipients()).containsExactly("RCPT TO:<reader@conf.example>");
        }
    }

    @Test
    void theEnvelopeHasTheSenderThatIsGivenElseTheMessages() throws IOException {
        try (var server = ScriptedMailServer.behavingWell();
                var connection = connectionTo(server)) {
            send(connection);
            connection.send("bounces+1@conf.example", "reader@conf.example", MAIL.getBytes(StandardCharsets.US_ASCII));
            assertThat(server.senders())
                    .containsExactly("MAIL FROM:<lectern@conf.example>", "MAIL FROM:<bounces+1@conf.example>");
            assertThat(server.messages()).containsExactly(MAIL, MAIL);
        }
    }

    @Test
    void anotherImplementationTakesItToo() {
        var received = new AtomicReference<byte[]>();
        var server = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> received.set(data))
                .build();
        server.start();
        try (var connection = connectionTo(server.getPortAllocated(), Map.of())) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(received.get()).asString(StandardCharsets.US_ASCII).contains(MAIL);
        } finally {
            server.stop();
        }
    }

    @Test
    void aConnectionIsUsedAgain() throws IOException {
        try (var server = ScriptedMailServer.behavingWell();
                var connection = connectionTo(server)) {
            send(connection);
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.messages()).hasSize(2);
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsOpenedAgain() throws IOException {
        try (var server = ScriptedMailServer.behavingWell();
                var connection = connectionTo(server)) {
            send(connection);
            server.dropClients();
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void anIdleConnectionIsClosed() throws IOException {
        try (var server = ScriptedMailServer.behavingWell();
                var connection =
                        new SmtpConnection(Servers.patient(server.port()), Servers.USUAL_TRUST, Duration.ZERO)) {
            send(connection);
            connection.closeIfIdle();
            send(connection);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void noServerIsAReasonToComeBack() throws IOException {
        int unused;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        try (var connection = connectionTo(unused, Map.of())) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.TRANSIENT, "no connection"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void silenceOrACutBeforeTheEndOfDataIsAReasonToComeBack(String command) throws IOException {
        try (var silent = ScriptedMailServer.at(command, HANG);
                var connection = Servers.impatientConnectionTo(silent)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.TRANSIENT, "no reply in time"));
        }
        try (var cutting = ScriptedMailServer.at(command, CUT).andAt("HELO", CUT);
                var connection = connectionTo(cutting)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.TRANSIENT, "the connection was cut"));
        }
    }

    @Test
    void silenceOrACutAfterTheEndOfDataIsADoubt() throws IOException {
        try (var silent = ScriptedMailServer.at(".", HANG);
                var connection = Servers.impatientConnectionTo(silent)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.AMBIGUOUS, "no reply in time"));
        }
        try (var cutting = ScriptedMailServer.at(".", CUT);
                var connection = connectionTo(cutting)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.AMBIGUOUS, "the connection was cut"));
            assertThat(cutting.messages()).containsExactly(MAIL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 too busy, TRANSIENT",
        "GREETING, 554 go away, MISCONFIGURED",
        "MAIL, 451 later, TRANSIENT",
        "MAIL, 550 not from you, MESSAGE_REFUSED",
        "MAIL, 530 log in first, MISCONFIGURED",
        "RCPT, 450 greylisted, TRANSIENT",
        "RCPT, 550 5.1.1 nobody here, ADDRESS_REFUSED",
        "RCPT, 553 what address, ADDRESS_REFUSED",
        "RCPT, 550 nobody here, ADDRESS_REFUSED",
        "RCPT, 550 5.4.1 not one of us, ADDRESS_REFUSED",
        "RCPT, 554 5.7.1 relaying denied, MESSAGE_REFUSED",
        "RCPT, 550 5.7.1 your network is listed, MESSAGE_REFUSED",
        "RCPT, 554 no, MESSAGE_REFUSED",
        "RCPT, 552 mailbox full, TRANSIENT",
        "RCPT, 550 5.2.2 mailbox full, TRANSIENT",
        "RCPT, 530 log in first, MISCONFIGURED",
        "DATA, 452 disk full, TRANSIENT",
        "DATA, 554 no, MESSAGE_REFUSED",
        "., 451 try again, TRANSIENT",
        "., 554 5.6.0 too odd, MESSAGE_REFUSED",
        "., 252 perhaps, ACCEPTED"
    })
    void aReplyDecides(String command, String reply, Verdict verdict) throws IOException {
        try (var server = ScriptedMailServer.at(command, reply);
                var connection = connectionTo(server)) {
            assertThat(send(connection)).isEqualTo(new Attempt(verdict, reply));
        }
    }

    /** Every answer of the kinds that servers give, at every step. */
    @ParameterizedTest
    @CsvSource({
        "GREETING, TRANSIENT, TRANSIENT, TRANSIENT, TRANSIENT, MISCONFIGURED, MISCONFIGURED, MISCONFIGURED",
        "EHLO, TRANSIENT, TRANSIENT, TRANSIENT, TRANSIENT, MISCONFIGURED, MISCONFIGURED, MISCONFIGURED",
        "MAIL, TRANSIENT, TRANSIENT, TRANSIENT, TRANSIENT, MESSAGE_REFUSED, MESSAGE_REFUSED, MESSAGE_REFUSED",
        "RCPT, TRANSIENT, TRANSIENT, TRANSIENT, TRANSIENT, ADDRESS_REFUSED, TRANSIENT, MESSAGE_REFUSED",
        "DATA, TRANSIENT, TRANSIENT, TRANSIENT, TRANSIENT, MESSAGE_REFUSED, MESSAGE_REFUSED, MESSAGE_REFUSED",
        "., TRANSIENT, TRANSIENT, TRANSIENT, TRANSIENT, MESSAGE_REFUSED, MESSAGE_REFUSED, MESSAGE_REFUSED"
    })
    void everyAnswerAtEveryStepHasItsVerdict(ArgumentsAccessor line) throws IOException {
        var command = line.getString(0);
        var codes = List.of(421, 450, 451, 452, 550, 552, 554);
        for (var code : codes) {
            var expected = Verdict.valueOf(line.getString(codes.indexOf(code) + 1));
            // Who is refused with EHLO says HELO.
            var server = ScriptedMailServer.at(command, code + " so it is");
            try (server;
                    var connection =
                            connectionTo(command.equals("EHLO") ? server.andAt("HELO", code + " so it is") : server)) {
                assertThat(send(connection))
                        .as("%d to %s", code, command)
                        .isEqualTo(new Attempt(expected, code + " so it is"));
            }
        }
    }

    @Test
    void aRefusalStandsEvenIfTheConnectionIsCutRightAfterIt() throws IOException {
        try (var server = ScriptedMailServer.at(".", "451 try again").andAt("RSET", CUT);
                var connection = connectionTo(server)) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.TRANSIENT);
        }
    }

    @Test
    void aWrongPasswordIsAMatterOfConfiguration() throws IOException {
        var login = Map.of("lectern.smtp.user", "lectern", "lectern.smtp.password", "wrong");
        try (var server = ScriptedMailServer.at("EHLO", "250-mail.example\r\n250 AUTH PLAIN")
                        .andAt("AUTH", "535 5.7.8 no");
                var connection = connectionTo(server.port(), login)) {
            assertThat(send(connection)).isEqualTo(new Attempt(Verdict.MISCONFIGURED, "535 5.7.8 no"));
        }
    }

    @Test
    void aServerWithoutTheEncryptionThatWeNeedIsAMatterOfConfiguration() throws IOException {
        try (var server = ScriptedMailServer.behavingWell();
                var connection = connectionTo(server.port(), Map.of("lectern.smtp.start-tls", "required"))) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.MISCONFIGURED);
            assertThat(server.messages()).isEmpty();
        }
    }

    @Test
    void afterAFailureTheNextMessageGoesThrough() throws IOException {
        try (var server = ScriptedMailServer.at("RCPT", "450 greylisted");
                var connection = connectionTo(server)) {
            send(connection);
            server.behaveWell();
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
        }
    }

    private static Attempt send(SmtpConnection connection) {
        return connection.send(null, "reader@conf.example", MAIL.getBytes(StandardCharsets.US_ASCII));
    }
}
