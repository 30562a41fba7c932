package dev.lectern.chassis.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.function.Supplier;

/** What the database answers to a question of the metrics, so that the gauges of one look at them share one question. */
public final class Sample<T> {

    private final Supplier<T> question;
    private final T unknown;
    private final long freshNanos;
    private T last;
    private long askedAt;

    /**
     * A sample that is not taken yet.
     *
     * @param question is asked in a transaction of its own
     * @param unknown what is answered while the database is away
     * @param fresh how long an answer is used
     */
    public Sample(Supplier<T> question, T unknown, Duration fresh) {
        this.question = question;
        this.unknown = unknown;
        this.freshNanos = fresh.toNanos();
    }

    public synchronized T now() {
        if (last == null || System.nanoTime() - askedAt > freshNanos) {
            last = ask();
            askedAt = System.nanoTime();
        }
        return last;
    }

    private T ask() {
        try {
            return QuarkusTransaction.requiringNew().call(question::get);
        } catch (RuntimeException e) {
            return unknown;
        }
    }
}
