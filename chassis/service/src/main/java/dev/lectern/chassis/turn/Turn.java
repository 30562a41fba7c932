package dev.lectern.chassis.turn;

import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The turn of one request, in whatever thread it goes on. */
final class Turn {

    private final Lines lines;
    private Line line;
    private boolean held;
    private boolean ended;

    Turn(Lines lines) {
        this.lines = lines;
    }

    synchronized CompletableFuture<Void> take(Line line) {
        this.line = line;
        return lines.join(line).thenRun(this::taken);
    }

    private synchronized void taken() {
        held = true;
        if (ended) {
            handOn();
        }
    }

    /** For good; a turn that comes later is handed on at once. */
    synchronized void end() {
        ended = true;
        handOn();
    }

    private synchronized void handOn() {
        if (held) {
            held = false;
            lines.leave(line);
        }
    }

    /**
     * Lets others go first while this request waits for something that is not here yet. Not for use inside a
     * transaction.
     *
     * @throws Refused 503 when the turn does not come back
     */
    <T> T aside(Supplier<T> waiting) {
        if (!held) {
            return waiting.get();
        }
        handOn();
        var found = waiting.get();
        try {
            take(line).join();
        } catch (CompletionException e) {
            throw tooBusy();
        }
        return found;
    }

    static Refused tooBusy() {
        return CommonRefusal.BUSY
                .because("Too many requests about it are waiting, and nothing of this one was done")
                .withHeader(HttpHeaders.RETRY_AFTER, "2");
    }
}
