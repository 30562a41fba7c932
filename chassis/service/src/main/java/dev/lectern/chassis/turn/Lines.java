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

    private final Map<String, Queue> lines = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long each one waits */
    Lines(@ConfigProperty(name = "lectern.turns.patience") Duration patience) {
        this.patience = patience;
    }

    private static final class Queue {

        private int served;
        private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    }

    /**
     * The turn in a line, complete when it has come. It fails with a {@link RejectedExecutionException} where too many
     * wait already, and with a timeout where it does not come within the patience. Whoever has had it must
     * {@link #leave}.
     */
    CompletableFuture<Void> join(Line line) {
        var turn = new CompletableFuture<Void>();
        lines.compute(line.name(), (any, known) -> {
            var queue = known == null ? new Queue() : known;
            if (queue.served < line.places()) {
                queue.served++;
                turn.complete(null);
            } else if (queue.waiting.size() < line.longest()) {
                queue.waiting.add(turn);
            } else {
                turn.completeExceptionally(new RejectedExecutionException("the line is too long"));
            }
            return queue;
        });
        return turn.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hands the turn to whoever has waited longest. */
    void leave(Line line) {
        var next = next(line);
        while (next.isPresent() && !next.get().complete(null)) {
            next = next(line);
        }
    }

    private Optional<CompletableFuture<Void>> next(Line line) {
        var next = new AtomicReference<CompletableFuture<Void>>();
        lines.computeIfPresent(line.name(), (any, queue) -> {
            next.set(queue.waiting.poll());
            if (next.get() == null) {
                queue.served--;
            }
            return queue.served == 0 ? null : queue;
        });
        return Optional.ofNullable(next.get());
    }
}
