package dev.lectern.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests a connection answers by itself, and when it may be closed. */
class MemoryConnectionTest {

    private static final String BELLS = "GET /agenda/bells HTTP/1.1\r\nHost: conf.example\r\n\r\n";
    private static final String ROPES = "GET /agenda/ropes HTTP/1.1\r\nHost: conf.example\r\n\r\n";

    private final Map<String, StoredResponse> stored = new HashMap<>(Map.of("/agenda/bells", response("Bells")));
    private final List<String> decoded = new ArrayList<>();
    private final MemoryConnections connections = new MemoryConnections(new Memory(), Duration.ofMinutes(1));
    private final MemoryConnection connection = new MemoryConnection(connections);
    private final EmbeddedChannel channel = channel(connection);

    private final class Memory implements ResponseMemory {

        @Override
        public Optional<Question> question(HttpRequest request) {
            decoded.add(request.uri());
            return Question.of(request.method().name(), request.uri(), request.headers()::getAll);
        }

        @Override
        public Optional<StoredResponse> response(Question question) {
            return Optional.ofNullable(stored.get(question.path()));
        }
    }

    private static EmbeddedChannel channel(MemoryConnection connection) {
        var channel = new EmbeddedChannel();
        channel.pipeline()
                .addLast(new HttpRequestDecoder())
                .addLast(new HttpResponseEncoder())
                .addLast("handler", new ChannelDuplexHandler());
        connection.addTo(channel.pipeline(), "handler");
        return channel;
    }

    private static StoredResponse response(String body) {
        var headers = HttpHeaders.headers()
                .set("etag", "\"" + body + "\"")
                .set("content-length", Integer.toString(body.length()))
                .set("content-type", "text/plain");
        var ofNotModified = HttpHeaders.headers().set("etag", "\"" + body + "\"");
        return new StoredResponse(headers, ofNotModified, body.getBytes(UTF_8));
    }

    @Test
    void whatIsInMemoryIsSentAtOnce() {
        // When
        send(BELLS);
        // Then
        assertThat(sent())
                .isEqualTo(
                        "HTTP/1.1 200 OK\r\netag: \"Bells\"\r\ncontent-length: 5\r\ncontent-type: text/plain\r\n\r\nBells");
        assertThat(passedOn()).isEmpty();
    }

    /** Some clients say how long nothing is. */
    @Test
    void anEmptyBodyIsNone() {
        send(with(BELLS, "Content-Length: 0"));
        assertThat(sent()).endsWith("Bells");
    }

    @Test
    void theSameBytesAreNotDecodedAgainInAnyConnection() {
        // Given
        send(BELLS);
        var first = sent();
        // When
        send(BELLS);
        var other = channel(new MemoryConnection(connections));
        other.writeInbound(bytes(BELLS));
        // Then
        assertThat(sent()).isEqualTo(first);
        assertThat(text(other)).isEqualTo(first);
        assertThat(decoded).hasSize(1);
    }

    @Test
    void theSameBytesAreAnsweredByWhatIsThereNow() {
        // Given
        send(BELLS);
        sent();
        // When
        stored.put("/agenda/bells", response("Ropes"));
        send(BELLS);
        // Then
        assertThat(sent()).endsWith("Ropes");
        // When
        stored.clear();
        send(BELLS);
        // Then
        assertThat(sent()).isEmpty();
        assertThat(passedOn()).containsExactly("/agenda/bells");
    }

    @Test
    void whoHasTheBytesIsToldSo() {
        for (var again = 0; again < 2; again++) {
            send(with(BELLS, "If-None-Match: \"old\", W/\"Bells\""));
            assertThat(sent()).isEqualTo("HTTP/1.1 304 Not Modified\r\netag: \"Bells\"\r\n\r\n");
        }
        send(with(BELLS, "If-None-Match: \"old\""));
        assertThat(sent()).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void theHeadAloneHasNoBody() {
        for (var again = 0; again < 2; again++) {
            send(BELLS.replace("GET", "HEAD"));
            assertThat(sent()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n");
        }
    }

    @Test
    void whoAsksForTheEndOfTheConnectionGetsIt() {
        send(with(BELLS, "Connection: close"));
        assertThat(sent()).startsWith("HTTP/1.1 200 OK").contains("\r\nconnection: close\r\n\r\nBells");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anOlderClientIsToldWhetherTheConnectionStays() {
        // When
        send(with(BELLS.replace("1.1", "1.0"), "Connection: keep-alive"));
        // Then
        assertThat(sent()).contains("\r\nconnection: keep-alive\r\n\r\nBells");
        assertThat(channel.isOpen()).isTrue();
        // When
        send(BELLS.replace("1.1", "1.0"));
        // Then
        assertThat(sent()).contains("\r\nconnection: close\r\n\r\nBells");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void nothingOvertakesARequestThatIsUnderWay() {
        // Given
        send(BELLS);
        sent();
        // When
        send(ROPES);
        send(BELLS);
        // Then
        assertThat(sent()).isEmpty();
        assertThat(passedOn()).containsExactly("/agenda/ropes", "/agenda/bells");
    }

    @Test
    void requestsThatComeTogetherAreAnsweredInTheirOrder() {
        for (var again = 0; again < 2; again++) {
            send(BELLS + BELLS);
            assertThat(sent().split("Bells\"", -1)).hasSize(3);
            assertThat(channel.isOpen()).isTrue();
        }
    }

    /** A body may look like a request, and a request may come in pieces of which one looks like another request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /agenda/ropes HTTP/1.1\r\nHost: conf.example\r\nContent-Length: 50\r\n\r\n",
                "POST /agenda/ropes HTTP/1.1\r\nHost: conf.example\r\nTransfer-Encoding: chunked\r\n\r\n32\r\n",
                "GET /agenda/ropes HTTP/1.1\r\nHost: conf.example\r\nX: ",
                BELLS + "GET /agenda/ropes HTTP/1.1\r\nX: ",
                BELLS + "POST /agenda/ropes HTTP/1.1\r\nContent-Length: 54\r\n\r\n\r\n\r\n",
            })
    void whatIsInTheMiddleOfARequestIsNoRequest(String begin) {
        // Given
        assertThat(BELLS).hasSize(50);
        send(BELLS);
        send(begin);
        sent();
        // When
        send(BELLS);
        // Then
        assertThat(sent()).isEmpty();
        assertThat(passedOn()).containsExactly("/agenda/ropes");
    }

    @Test
    void whatIsUnderWayIsFinishedBeforeTheConnectionIsClosed() {
        // Given
        send(ROPES);
        // When
        closeIfIdle();
        // Then
        assertThat(channel.isOpen()).isTrue();
        // When
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        closeIfIdle();
        // Then
        assertThat(channel.isOpen()).isTrue();
        // When
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        closeIfIdle();
        // Then
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aConnectionInWhichNothingIsUnderWayIsClosed() {
        send(BELLS);
        closeIfIdle();
        assertThat(channel.isOpen()).isFalse();
    }

    private void send(String text) {
        channel.writeInbound(bytes(text));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, UTF_8);
    }

    private static String with(String request, String header) {
        return request.replace("Host:", header + "\r\nHost:");
    }

    private String sent() {
        return text(channel);
    }

    private static String text(EmbeddedChannel channel) {
        var text = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            text.append(bytes.toString(UTF_8));
            bytes.release();
        }
        return text.toString();
    }

    private List<String> passedOn() {
        var requests = new ArrayList<String>();
        for (Object each = channel.readInbound(); each != null; each = channel.readInbound()) {
            if (each instanceof HttpRequest request) {
                requests.add(request.uri());
            }
        }
        return requests;
    }

    private void closeIfIdle() {
        connection.closeIfIdle();
        channel.runPendingTasks();
    }
}
