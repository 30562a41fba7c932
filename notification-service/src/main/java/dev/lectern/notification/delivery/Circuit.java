package dev.lectern.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Opens when the mail server refuses us rather than a notice, or gives several workers in a row no answer at all: then
 * nothing is sent but one probe after each pause, over all workers, until one gets through.
 */
@ApplicationScoped
class Circuit {

    /** What is wrong. */
    enum State {
        CLOSED,
        /** The server does not want us, until someone has put right the configuration. */
        REFUSED,
        /** There is no connection, silence, or 421 to whatever is said. */
        AWAY
    }

    private static final Logger LOG = Logger.getLogger(Circuit.class);

    /** One or two may be a server's way of keeping few connections open. */
    private static final int FAILURES_IN_A_ROW = 5;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final DeliveryRules rules;
    private final LongSupplier nanos;
    private State state = State.CLOSED;
    private int failures;
    private Duration pause = Duration.ZERO;
    private long nextProbe;
    private boolean isProbing;

    @Inject
    Circuit(DeliveryRules rules, MeterRegistry metrics) {
        this(rules, metrics, System::nanoTime);
    }

    /** @param nanos of a clock that nobody sets, as the machine's may be */
    Circuit(DeliveryRules rules, MeterRegistry metrics, LongSupplier nanos) {
        this.rules = rules;
        this.nanos = nanos;
        Gauge.builder("lectern.delivery.refused", this, circuit -> circuit.state() == State.REFUSED ? 1 : 0)
                .description("1 while the mail server refuses this sender altogether, else 0")
                .register(metrics);
        Gauge.builder("lectern.delivery.away", this, circuit -> circuit.state() == State.AWAY ? 1 : 0)
                .description("1 while the mail server gives no answer, else 0")
                .register(metrics);
    }

    synchronized State state() {
        return state;
    }

    /** When the next probe may be made; null while all is well. */
    synchronized Instant nextProbe() {
        return state == State.CLOSED ? null : Instant.now().plusNanos(nextProbe - nanos.getAsLong());
    }

    /** Whether a worker may try: always, but while open only the first to ask after a pause. */
    synchronized boolean permitsAttempt() {
        if (state == State.CLOSED) {
            return true;
        }
        if (nanos.getAsLong() - nextProbe < 0) {
            return false;
        }
        isProbing = true;
        nextProbe = nanos.getAsLong() + pause.toNanos();
        return true;
    }

    synchronized void heed(Attempt attempt) {
        if (attempt.verdict() == Verdict.MISCONFIGURED) {
            pause = rules.pauseWhenRefused();
            open(State.REFUSED, attempt);
        } else if (attempt.isUnanswered()) {
            fail(attempt);
        } else if (state == State.REFUSED && attempt.verdict() == Verdict.TRANSIENT) {
            // It says nothing about the configuration.
            failures = 0;
        } else {
            close();
        }
    }

    private void fail(Attempt attempt) {
        failures++;
        if (state == State.CLOSED && failures >= FAILURES_IN_A_ROW) {
            pause = rules.pauseWhenAway();
            open(State.AWAY, attempt);
        } else if (state != State.CLOSED && isProbing) {
            var longer = state == State.AWAY ? pause.multipliedBy(2) : rules.pauseWhenAway();
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            open(State.AWAY, attempt);
        }
    }

    private void open(State why, Attempt attempt) {
        if (state != why) {
            LOG.errorf("the mail server takes no mail state=%s code=%s pause=%s", why, attempt.code(), pause);
        }
        state = why;
        isProbing = false;
        nextProbe = nanos.getAsLong() + pause.toNanos();
    }

    private void close() {
        if (state != State.CLOSED) {
            LOG.info("the mail server takes mail again");
        }
        state = State.CLOSED;
        failures = 0;
        isProbing = false;
    }
}
