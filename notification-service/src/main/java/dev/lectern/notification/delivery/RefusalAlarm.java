package dev.lectern.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Raised when the mail server refuses us rather than a notice: then nothing is sent but one probe after each pause,
 * until someone has put right the configuration and a probe gets through.
 */
@ApplicationScoped
class RefusalAlarm {

    private static final Logger LOG = Logger.getLogger(RefusalAlarm.class);

    private final Duration pause;
    private final AtomicReference<Instant> pausedUntil = new AtomicReference<>();

    RefusalAlarm(DeliveryRules rules, MeterRegistry metrics) {
        this.pause = rules.pauseWhenRefused();
        Gauge.builder("lectern.delivery.refused", this, alarm -> alarm.isRaised() ? 1 : 0)
                .description("1 while the mail server refuses this sender altogether, else 0")
                .register(metrics);
    }

    boolean isRaised() {
        return pausedUntil.get() != null;
    }

    /** Whether a worker may try: always, but while raised only the first to ask after a pause. */
    boolean permitsAttempt() {
        var until = pausedUntil.get();
        var now = Instant.now();
        return until == null || (!now.isBefore(until) && pausedUntil.compareAndSet(until, now.plus(pause)));
    }

    void heed(Attempt attempt) {
        switch (attempt.verdict()) {
            case MISCONFIGURED -> raise(attempt);
            case ACCEPTED, ADDRESS_REFUSED, MESSAGE_REFUSED -> clear();
            case TRANSIENT, AMBIGUOUS -> {
                // Says nothing about the configuration.
            }
        }
    }

    private void raise(Attempt attempt) {
        if (pausedUntil.getAndSet(Instant.now().plus(pause)) == null) {
            LOG.errorf("the mail server refuses this sender code=%s pause=%s", attempt.code(), pause);
        }
    }

    private void clear() {
        if (pausedUntil.getAndSet(null) != null) {
            LOG.info("the mail server takes mail again");
        }
    }
}
