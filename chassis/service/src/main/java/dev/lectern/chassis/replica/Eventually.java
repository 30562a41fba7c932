package dev.lectern.chassis.replica;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.turn.CurrentTurn;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks again for a while, each time in a transaction of its own, so that a script can write to one service and go on
 * with the next.
 */
@ApplicationScoped
public class Eventually {

    private static final long FIRST_WAIT_MILLIS = 10;
    private static final long LONGEST_WAIT_MILLIS = 100;

    private final Duration patience;
    private final Semaphore waiting;
    private final CurrentTurn turn;
    private final OwnTransaction transaction;

    Eventually(
            @ConfigProperty(name = "lectern.replica.patience") Duration patience,
            @ConfigProperty(name = "lectern.replica.most-waiting") int mostWaiting,
            CurrentTurn turn,
            OwnTransaction transaction) {
        this.patience = patience;
        this.waiting = new Semaphore(mostWaiting);
        this.turn = turn;
        this.transaction = transaction;
    }

    /**
     * What is found within the patience. Not for use inside a transaction: it would hold its locks while it waits.
     *
     * @param absent says what is not there
     * @throws Refused 404 where it is not found
     */
    public <T> T find(Supplier<Optional<T>> look, String absent) {
        return look(look).orElseThrow(() -> Refused.notFoundYet(absent));
    }

    /**
     * What is found within the patience, else nothing. Only so many wait at once: whoever asks for what does not exist
     * holds a worker thread, and must not come to hold them all. The others look once.
     */
    public <T> Optional<T> look(Supplier<Optional<T>> look) {
        return repeat(() -> transaction.call(look));
    }

    /** As {@link #look}, for what needs no transaction to look, or has one of its own. */
    public <T> Optional<T> repeat(Supplier<Optional<T>> look) {
        var found = look.get();
        if (found.isPresent() || !waiting.tryAcquire()) {
            return found;
        }
        try {
            return aside(() -> lookAgain(look));
        } finally {
            waiting.release();
        }
    }

    /**
     * Waits until nothing is missing any more, for as long as others have arrived within a stretch of {@code stall},
     * and at most for {@code longest}.
     *
     * @param missing how much is; called in a transaction of its own
     */
    public void settle(Supplier<Integer> missing, Duration stall, Duration longest) {
        var left = transaction.call(missing);
        if (left == 0 || !waiting.tryAcquire()) {
            return;
        }
        try {
            var unused = aside(() -> lookAtRest(left, missing, stall, longest));
        } finally {
            waiting.release();
        }
    }

    private int lookAtRest(int missingNow, Supplier<Integer> missing, Duration stall, Duration longest) {
        var left = missingNow;
        var end = System.nanoTime() + longest.toNanos();
        var deadline = System.nanoTime() + stall.toNanos();
        while (left > 0 && System.nanoTime() < Math.min(end, deadline)) {
            pause(LONGEST_WAIT_MILLIS);
            var now = transaction.call(missing);
            deadline = now < left ? System.nanoTime() + stall.toNanos() : deadline;
            left = now;
        }
        return left;
    }

    private <T> T aside(Supplier<T> waiting) {
        return Arc.container().requestContext().isActive() ? turn.aside(waiting) : waiting.get();
    }

    private <T> Optional<T> lookAgain(Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + patience.toNanos();
        var found = Optional.<T>empty();
        for (var wait = FIRST_WAIT_MILLIS; found.isEmpty() && System.nanoTime() < deadline; wait *= 2) {
            pause(Math.min(wait, LONGEST_WAIT_MILLIS));
            found = look.get();
        }
        return found;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a replica", e);
        }
    }
}
