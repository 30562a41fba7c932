package dev.lectern.stack.gateway;

import dev.lectern.stack.web.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What the gateway takes from its callers; bodies and the rate of requests are the services' to limit. */
final class Limits {

    private static final int MOST_CONNECTIONS = 10_000;

    /**
     * Longer than a service lets a body take, so that half a body gets its answer. An endless answer must say something
     * within it.
     */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);

    private static final long LINGER_MILLIS = 500;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LARGEST_HEADER = 16 * 1024;

    private final int connections;
    private final Duration silence;
    private final AtomicInteger open = new AtomicInteger();

    /** @param silence how long nothing may move in a connection */
    Limits(int connections, Duration silence) {
        this.connections = connections;
        this.silence = silence;
    }

    static Limits usual() {
        return new Limits(MOST_CONNECTIONS, LONGEST_SILENCE);
    }

    HttpServerOptions options() {
        return new HttpServerOptions()
                // No web sockets here, and so nothing that looks at each message for them.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEADER);
    }

    /** How long nothing may move in a connection. */
    Duration silence() {
        return silence;
    }

    void admit(HttpConnection connection) {
        connection.closeHandler(gone -> open.decrementAndGet());
        ((ConnectionBase) connection).channel().pipeline().addFirst(new StrictHeads());
        if (open.incrementAndGet() > connections) {
            connection.close();
        }
    }

    /**
     * What could not be read as a request may go on for ever, so the connection ends; not at once, because a caller
     * that is still sending would see a broken connection instead of the answer.
     */
    static void refuse(HttpServerRequest request) {
        refuse(request, problem(request.decoderResult().cause()));
    }

    /** Refuses a request that could be read, and closes its connection. */
    static void refuse(HttpServerRequest request, Problem problem) {
        problem.send(request.response().putHeader("Connection", "close"));
        Vertx.currentContext()
                .owner()
                .setTimer(LINGER_MILLIS, over -> request.connection().close());
    }

    private static Problem problem(Throwable unreadable) {
        if (unreadable instanceof TooLongHttpLineException) {
            return new Problem(414, "uri-too-long", "The path is too long", "At most " + LONGEST_LINE + " bytes");
        }
        if (unreadable instanceof TooLongHttpHeaderException) {
            return new Problem(
                    431,
                    "headers-too-large",
                    "The headers are too large",
                    "At most " + LARGEST_HEADER + " bytes in all");
        }
        return new Problem(400, "invalid-request", "The request is not valid", "This is not HTTP");
    }
}
