package dev.lectern.stack.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.stack.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two servers may read in two ways never reaches the second. */
class HostileRequestsTest {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final AtomicInteger asked = new AtomicInteger();
    private Gateway gateway;
    private int port;

    @BeforeEach
    void aGateway() throws Exception {
        var origin = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    request.body().onSuccess(body -> request.response().end("got " + body));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
        port = FreePort.find();
        gateway = new Gateway(vertx, port, Map.of("catalog", List.of(origin)), Map.of());
        gateway.start();
    }

    @AfterEach
    void close() throws Exception {
        gateway.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /catalog HTTP/1.1|Host: a|Host: b||",
                "GET /catalog HTTP/1.1|Host: a|Host: a||",
                "GET /catalog HTTP/1.0|Host: a|Host: b||",
                "GET /catalog HTTP/1.1||",
                "GET /catalog HTTP/1.1|Host: a b||",
                "GET /catalog HTTP/1.1|Host: a/b||",
                "GET /catalog HTTP/1.1|Host: a, b||",
                "GET /catalog HTTP/1.1|Host:||",
                "GET /catalog HTTP/1.1|Host: a|: b||",
                "GET /catalog HTTP/1.1|Host: a| : b||",
                "GET /catalog HTTP/1.1|Host : a||",
                "GET /catalog HTTP/1.1|Host: a|X-A: b| c||",
                "GET /catalog HTTP/1.1|Host: a|X-A: b|\tc: d||",
                "GET /catalog HTTP/1.1| Host: a||",
                "GET /catalog HTTP/1.1|Host: a|X A: b||",
                "GET /catalog HTTP/1.1|Host: a|X-A||",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: 3|Content-Length: 4||abcd",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: 3, 4||abcd",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: +3||abc",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: -3||abc",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: 0x3||abc",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: 3|Transfer-Encoding: chunked||0||",
                "POST /catalog HTTP/1.1|Host: a|Transfer-Encoding: chunked|Content-Length: 3||0||",
                "POST /catalog HTTP/1.1|Host: a|transfer-encoding: chunked|X-A: b|content-length: 3||0||",
                "POST /catalog HTTP/1.1|Host: a|Transfer-Encoding: chunked, gzip||0||",
                "GET /catalog HTTP/1.1|Host: a||GET /catalog HTTP/1.1|Host: a|X-A: b| c||",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: 2||a|GET /catalog HTTP/1.1|Host: a|X-A: b| c||",
                "POST /catalog HTTP/1.1|Host: a|Transfer-Encoding: chunked||1;x=y|a|0||GET /catalog HTTP/1.1|Host: a|X-A: b| c||"
            })
    void whatCouldMeanSomethingElseIsRefusedAndEndsTheConnection(String request) throws IOException {
        var answer = raw(request.replace("|", "\r\n"));

        assertThat(answer).contains(" 400 ", "application/problem+json", "urn:lectern:problem:invalid-request");
        assertThat(answer.split("HTTP/1\\.[01] 200", -1)).hasSize(request.split("HTTP/1\\.[01]", -1).length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "gzip, chunked",
                "chunked, chunked",
                "identity",
                "xchunked",
                "chunked|Transfer-Encoding: gzip",
                "chunked|Transfer-Encoding: chunked"
            })
    void anUnknownTransferCodingIsNotImplemented(String coding) throws IOException {
        var answer = raw("POST /catalog HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " + coding.replace("|", "\r\n")
                + "\r\n\r\n0\r\n\r\n");

        assertThat(answer).contains(" 501 ", "application/problem+json", "urn:lectern:problem:not-implemented");
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /catalog HTTP/1.1|Host: a|Connection: close||",
                "GET /catalog HTTP/1.0||",
                "GET /catalog HTTP/1.1|Host: [::1]:8080|Connection: close||",
                "|GET /catalog HTTP/1.1|Host: a.example:80|Connection: close||",
                "POST /catalog HTTP/1.1|Host: a|Content-Length: 5|Connection: close||a\n b\n",
                "POST /catalog HTTP/1.1|Host: a|Transfer-Encoding: Chunked|Connection: close||6| a|\tb|00|X-T: 1||",
                "GET /catalog HTTP/1.1|Host: a|X-A:b |X-B:|Connection: close||"
            })
    void whatIsAsItShouldBePasses(String request) throws IOException {
        assertThat(raw(request.replace("|", "\r\n"))).contains(" 200 ");
        assertThat(byteByByte(request.replace("|", "\r\n"))).contains(" 200 ");
    }

    @Test
    void aFoldIsSeenHoweverTheBytesCome() throws IOException {
        assertThat(byteByByte("GET /catalog HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n"))
                .contains(" 400 ");
        assertThat(byteByByte(
                        "POST /catalog HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .contains(" 400 ");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aPartOfAPathIsBounded() throws IOException {
        assertThat(raw("GET /catalog/" + "a".repeat(1_001) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains(" 414 ", "urn:lectern:problem:uri-too-long");
        assertThat(raw("GET /catalog/" + "a/".repeat(1_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aBrowserIsShownThatNoServiceHasAPath() throws IOException {
        var none = "GET /none HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

        assertThat(raw(none + "Accept: text/html,*/*;q=0.8\r\n\r\n"))
                .contains(" 404 ", "text/html", "There is nothing here", "Content-Security-Policy");
        assertThat(raw(none + "Accept: */*\r\n\r\n")).contains(" 404 ", "application/problem+json");
        assertThat(raw(none + "\r\n")).contains(" 404 ", "application/problem+json");
    }

    /** All that comes until the gateway closes the connection, which it does. */
    private String raw(String request) throws IOException {
        try (var connection = connect()) {
            connection.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(connection.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private String byteByByte(String request) throws IOException {
        try (var connection = connect()) {
            connection.setTcpNoDelay(true);
            for (var letter : request.getBytes(ISO_8859_1)) {
                connection.getOutputStream().write(letter);
            }
            return new String(connection.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private Socket connect() throws IOException {
        var connection = new Socket(InetAddress.getLoopbackAddress(), port);
        connection.setSoTimeout(10_000);
        return connection;
    }
}
