package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which requests a connection answers by itself, and when it may be closed. */
class AgendaConnectionTest {

    private static final Rendition BELLS = Rendition.passing("text/plain", Encoding.IDENTITY, "Bells".getBytes(UTF_8));

    private final AgendaConnection connection = new AgendaConnection(
            question -> question.path().equals("/agenda/bells") ? Optional.of(BELLS) : Optional.empty());
    private final EmbeddedChannel channel = new EmbeddedChannel(connection);

    @Test
    void whatIsInMemoryIsSentAtOnce() {
        // When
        ask("/agenda/bells");
        // Then
        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.status()).isEqualTo(HttpResponseStatus.OK);
        assertThat(answer.content().toString(UTF_8)).isEqualTo("Bells");
        assertThat(channel.<Object>readInbound()).isNull();
    }

    @Test
    void nothingOvertakesARequestThatIsUnderWay() {
        // When
        ask("/agenda/ropes");
        ask("/agenda/bells");
        // Then
        assertThat(channel.<Object>readOutbound()).isNull();
        assertThat(channel.<HttpRequest>readInbound().uri()).isEqualTo("/agenda/ropes");
    }

    @Test
    void whatIsUnderWayIsFinishedBeforeTheConnectionIsClosed() {
        // Given
        ask("/agenda/ropes");
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
        ask("/agenda/bells");
        closeIfIdle();
        assertThat(channel.isOpen()).isFalse();
    }

    private void ask(String path) {
        channel.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void closeIfIdle() {
        connection.closeIfIdle();
        channel.runPendingTasks();
    }
}
