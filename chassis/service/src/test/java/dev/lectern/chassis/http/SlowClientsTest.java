package dev.lectern.chassis.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of these would hold all worker threads, of which the tests have eight, for longer than anyone waits. */
@QuarkusTest
@WithTestResource(BackingServices.class)
@Timeout(60)
class SlowClientsTest {

    private static final int DUST = 10_000_000;

    @TestHTTPResource
    URL service;

    private final List<Socket> slow = new ArrayList<>();

    /** The first request of all is slow for reasons of its own. */
    @BeforeEach
    void warmUp() {
        ask();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }

    @Test
    void halfABodyHoldsNobodyUpAndIsCut() throws IOException {
        var half = head("POST", "/pebbles/boxes/slow") + "Content-Length: 30\r\n\r\n{\"colour\":";
        for (var i = 0; i < 60; i++) {
            connect().getOutputStream().write(half.getBytes(US_ASCII));
        }

        anotherClientIsAnsweredMeanwhile();
        for (var socket : slow) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408 ").contains("urn:lectern:problem:request-timeout");
        }
    }

    @Test
    void halfAFileHoldsNobodyUpAndIsCut() throws IOException {
        var half = head("POST", "/pebbles/files") + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";
        for (var i = 0; i < 20; i++) {
            connect().getOutputStream().write(half.getBytes(US_ASCII));
        }

        anotherClientIsAnsweredMeanwhile();
        for (var socket : slow) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408 ");
        }
    }

    /** 40 of a million bytes, which grow at the same pace, into room for 33. */
    @Test
    void ofBodiesThatAreTooMuchTogetherMostAreTaken() throws IOException {
        var head = head("POST", "/pebbles/files") + "Connection: close\r\nContent-Length: 1000000\r\n\r\n";
        for (var i = 0; i < 40; i++) {
            connect().getOutputStream().write(head.getBytes(US_ASCII));
        }
        sendAll(900_000);
        await().until(SlowClientsTest::thereIsNoRoom);
        sendAll(50_000);
        sendAll(50_000);

        var answers = new ArrayList<String>();
        for (var socket : slow) {
            answers.add(answer(socket));
        }
        assertThat(answers)
                .allMatch(answer -> answer.startsWith("HTTP/1.1 200 ") || answer.startsWith("HTTP/1.1 503 "));
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 200 "))
                .hasSizeBetween(25, 39);
    }

    private void sendAll(int bytes) throws IOException {
        for (var socket : slow) {
            socket.getOutputStream().write(new byte[bytes]);
        }
    }

    /** For a large file: how many of the others have been refused by then is a matter of how evenly they grew. */
    private static boolean thereIsNoRoom() {
        return given().auth()
                        .oauth2(TestTokens.organiser("probe@conf.example"))
                        .contentType("application/octet-stream")
                        .body(new byte[4_500_000])
                        .post("/pebbles/files")
                        .statusCode()
                == 503;
    }

    @Test
    void halfOfABodyThatIsTooLargeIsRefusedWhenItsTimeIsUp() throws IOException {
        var half = head("POST", "/pebbles/boxes/slow") + "Content-Length: 900000\r\n\r\n" + "x".repeat(300_000);
        connect().getOutputStream().write(half.getBytes(US_ASCII));

        assertThat(answer(slow.get(0))).startsWith("HTTP/1.1 413 ").contains("urn:lectern:problem:too-large");
    }

    @Test
    void halfAHeaderHoldsNobodyUpAndIsCut() throws IOException {
        for (var i = 0; i < 60; i++) {
            connect().getOutputStream().write("GET /pebbles HTTP/1.1\r\nHost: x".getBytes(US_ASCII));
        }

        anotherClientIsAnsweredMeanwhile();
        for (var socket : slow) {
            assertThat(answer(socket)).isEmpty();
        }
    }

    @Test
    void answersThatNobodyReadsHoldNobodyUpAndAreCut() throws IOException {
        var twice = (head("GET", "/pebbles/dust") + "\r\n").repeat(2);
        for (var i = 0; i < 12; i++) {
            connect().getOutputStream().write(twice.getBytes(US_ASCII));
        }

        ask();
        assertThat(answer(slow.get(11))).as("to one that reads at last").hasSizeGreaterThan(2 * DUST);
        assertThat(answer(slow.get(0))).as("to one that was cut meanwhile").hasSizeBetween(1, DUST);
    }

    /** The others wait for the first, which needs a worker thread; then each follows from the one before. */
    @ParameterizedTest
    @ValueSource(strings = {"/pebbles?unknown=1", "/pebbles/dust", "/nothing"})
    void whoAsksAheadAndReadsIsRefusedEachTime(String path) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        slow.add(socket);
        var refused = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        var asking = head("GET", "/pebbles/of/" + UUID.randomUUID()) + "\r\n" + refused.repeat(3_000)
                + head("GET", "/pebbles") + "Connection: close\r\n\r\n";
        var unused = CompletableFuture.runAsync(() -> write(socket, asking));

        assertThat(answer(socket).split("HTTP/1.1 4", -1)).hasSize(3_001);
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void anotherClientIsAnsweredMeanwhile() throws IOException {
        ask();
        for (var socket : slow) {
            assertThat(isWaiting(socket)).as("nobody was cut to make room").isTrue();
        }
    }

    /** Whether nothing came, and not even the end. */
    private static boolean isWaiting(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            var unused = socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (SocketException reset) {
            return false;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private static void ask() {
        given().auth()
                .oauth2(TestTokens.organiser("eve-" + UUID.randomUUID() + "@conf.example"))
                .get("/pebbles/of/" + UUID.randomUUID())
                .then()
                .statusCode(200);
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        slow.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        return socket;
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: pebbles\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + TestTokens.organiser("slow-" + UUID.randomUUID() + "@conf.example")
                + "\r\n";
    }

    /** All that comes until the other side closes the connection. */
    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }
}
