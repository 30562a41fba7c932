package dev.lectern.chassis.replica;

import dev.lectern.chassis.problem.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks again for a while, each time in a transaction of its own, so that a script can write to one service and go on with the next. */
@ApplicationScoped
public class Eventually {

    private static final long FIRST_WAIT_MILLIS = 10;
    private static final long LONGEST_WAIT_MILLIS = 100;

    private final Duration patience;
    private final Semaphore waiting;

    Eventually(
            @ConfigProperty(name = "lectern.replica.patience") Duration patience,
            @ConfigProperty(name = "lectern.replica.most-waiting") int mostWaiting) {
        this.patience = patience;
        this.waiting = new Semaphore(mostWaiting);
    }

    /** What is found within the patience, else 404. Not for use inside a transaction: it would hold its locks while it waits. */
    public <T> T find(Supplier<Optional<T>> look) {
        return look(look).orElseThrow(Refused::notFound);
    }

    /**
     * The same, else nothing. Only so many wait at once: whoever asks for what does not exist holds a worker thread, and must not come to
     * hold them all. The others look once.
     */
    public <T> Optional<T> look(Supplier<Optional<T>> look) {
        var found = QuarkusTransaction.requiringNew().call(look::get);
        if (found.isPresent() || !waiting.tryAcquire()) {
            return found;
        }
        try {
            return lookAgain(look);
        } finally {
            waiting.release();
        }
    }

    /**
     * Waits until nothing is missing any more, for as long as others have arrived within a stretch of {@code stall}, and at most for
     * {@code longest}.
     *
     * @param missing how much is; called in a transaction of its own
     */
    public void settle(Supplier<Integer> missing, Duration stall, Duration longest) {
        var left = QuarkusTransaction.requiringNew().call(missing::get);
        if (left == 0 || !waiting.tryAcquire()) {
            return;
        }
        try {
            var end = System.nanoTime() + longest.toNanos();
            var deadline = System.nanoTime() + stall.toNanos();
            while (left > 0 && System.nanoTime() < Math.min(end, deadline)) {
                pause(LONGEST_WAIT_MILLIS);
                var now = QuarkusTransaction.requiringNew().call(missing::get);
                deadline = now < left ? System.nanoTime() + stall.toNanos() : deadline;
                left = now;
            }
        } finally {
            waiting.release();
        }
    }

    private <T> Optional<T> lookAgain(Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + patience.toNanos();
        var found = Optional.<T>empty();
        for (var wait = FIRST_WAIT_MILLIS; found.isEmpty() && System.nanoTime() < deadline; wait *= 2) {
            pause(Math.min(wait, LONGEST_WAIT_MILLIS));
            found = QuarkusTransaction.requiringNew().call(look::get);
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
