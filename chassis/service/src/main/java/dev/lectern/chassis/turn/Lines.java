package dev.lectern.chassis.turn;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lines by name, in each of which some are served at once and the others wait, first come, first served. */
@ApplicationScoped
class Lines {

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final int longest;
    private final Duration patience;

    /**
     * @param longest how many may wait in one line
     * @param patience how long each of them waits
     */
    Lines(
            @ConfigProperty(name = "lectern.turns.longest-line") int longest,
            @ConfigProperty(name = "lectern.turns.patience") Duration patience) {
        this.longest = longest;
        this.patience = patience;
    }

    private static final class Line {

        private int served;
        private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    }

    /**
     * The turn in a line, complete when it has come. It fails with a {@link RejectedExecutionException} where too many wait already, and
     * with a timeout where it does not come within the patience. Whoever has had it must {@link #leave}.
     *
     * @param places how many are served at once
     */
    CompletableFuture<Void> join(String name, int places) {
        var turn = new CompletableFuture<Void>();
        lines.compute(name, (any, known) -> {
            var line = known == null ? new Line() : known;
            if (line.served < places) {
                line.served++;
                turn.complete(null);
            } else if (line.waiting.size() < longest) {
                line.waiting.add(turn);
            } else {
                turn.completeExceptionally(new RejectedExecutionException("the line is too long"));
            }
            return line;
        });
        return turn.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hands the turn to whoever has waited longest. */
    void leave(String name) {
        var next = next(name);
        while (next.isPresent() && !next.get().complete(null)) {
            next = next(name);
        }
    }

    private Optional<CompletableFuture<Void>> next(String name) {
        var next = new AtomicReference<CompletableFuture<Void>>();
        lines.computeIfPresent(name, (any, line) -> {
            next.set(line.waiting.poll());
            if (next.get() == null) {
                line.served--;
            }
            return line.served == 0 ? null : line;
        });
        return Optional.ofNullable(next.get());
    }
}
