package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

/**
 * One body on its way in. The rest of one that is refused is read and thrown away, because a client that is still
 * sending would see a broken connection instead of the answer; but not for longer than the body may take, nor for ever
 * more bytes.
 */
final class Upload implements ServerHttpRequest.ReadCallback {

    /** As much as a client may have sent in good faith before it could know. */
    private static final long THROWN_AWAY_AT_MOST = 64 * 1024 * 1024;

    private static final int SMALLEST_BLOCK = 1024;
    private static final int LARGEST_BLOCK = 256 * 1024;

    private final RoutingContext routing;
    private final long limit;
    private final Room room;
    private final List<ByteBuffer> kept = new ArrayList<>();
    private ByteBuffer last = ByteBuffer.allocate(SMALLEST_BLOCK);
    private final Promise<byte[]> whole = Promise.promise();
    private long received;
    private long held;
    private Refused refusal;

    /** The memory that all bodies have together. */
    interface Room {

        /** Takes so many bytes, if they are free. */
        boolean take(long bytes);

        void giveBack(long bytes);
    }

    Upload(RoutingContext routing, long limit, Room room) {
        this.routing = routing;
        this.limit = limit;
        this.room = room;
    }

    /** All that follows happens on the connection's event loop. */
    Uni<byte[]> receive(ServerHttpRequest request, Vertx vertx, Duration timeout) {
        var timer = vertx.setTimer(timeout.toMillis(), late -> breakOff(refusal == null ? tooSlow(timeout) : refusal));
        routing.request().exceptionHandler(gone -> breakOff(tooSlow(timeout)));
        if (request.isRequestEnded()) {
            done();
        } else {
            request.setReadListener(this);
            request.resumeRequestInput();
        }
        return Uni.createFrom()
                .completionStage(whole.future()
                        .onComplete(end -> vertx.cancelTimer(timer))
                        .toCompletionStage());
    }

    @Override
    public void data(ByteBuffer piece) {
        received += piece.remaining();
        if (refusal == null) {
            keep(piece);
        } else if (received > limit + THROWN_AWAY_AT_MOST) {
            breakOff(refusal);
        }
    }

    @Override
    public void done() {
        if (refusal == null) {
            whole.tryComplete(joined());
        } else {
            whole.tryFail(refusal);
        }
    }

    /** Gives back the memory that this has taken. */
    void forget() {
        kept.clear();
        room.giveBack(held);
        held = 0;
    }

    private void keep(ByteBuffer piece) {
        var size = piece.remaining();
        if (received > limit) {
            refuse(CommonRefusal.TOO_LARGE.because("At most " + limit + " bytes are taken here"));
        } else if (!room.take(size)) {
            refuse(Refused.unavailable(null));
        } else {
            held += size;
            append(piece);
        }
    }

    /** Its memory is free at once: of bodies that grow together, all would be refused if each held on to its part. */
    private void refuse(Refused answer) {
        refusal = answer;
        forget();
    }

    /** Pieces may be of one byte each, so they are put together in blocks. */
    private void append(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            if (!last.hasRemaining()) {
                kept.add(last.flip());
                last = ByteBuffer.allocate(Math.min(2 * last.capacity(), LARGEST_BLOCK));
            }
            var fits = Math.min(piece.remaining(), last.remaining());
            last.put(piece.slice(piece.position(), fits));
            piece.position(piece.position() + fits);
        }
    }

    /** Only now in one, or what grows would take twice and thrice of what is counted. */
    private byte[] joined() {
        var body = ByteBuffer.allocate(Math.toIntExact(held));
        kept.forEach(body::put);
        kept.clear();
        body.put(last.flip());
        return body.array();
    }

    /** Nothing more is read, so nothing more can come over this connection. */
    private void breakOff(Refused answer) {
        routing.addEndHandler(sent -> routing.request().connection().close());
        whole.tryFail(answer.withHeader("Connection", "close"));
    }

    private static Refused tooSlow(Duration timeout) {
        return CommonRefusal.REQUEST_TIMEOUT.because("It may take " + timeout.toSeconds() + " seconds");
    }
}
