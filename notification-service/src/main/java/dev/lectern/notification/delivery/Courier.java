package dev.lectern.notification.delivery;

import dev.lectern.chassis.database.DatabaseErrors;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Takes one notice after the other to the mail server, on one thread and one connection. */
final class Courier implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final long WAIT_FOR_DATABASE_MILLIS = 500;

    private final Leases leases;
    private final SmtpConnection connection;
    private final RefusalAlarm alarm;
    private final DeliveryRules rules;
    private final MeterRegistry metrics;
    private final Tracer tracer;
    private final ScheduledExecutorService renewals;

    Courier(
            Leases leases,
            SmtpConnection connection,
            RefusalAlarm alarm,
            DeliveryRules rules,
            MeterRegistry metrics,
            Tracer tracer,
            ScheduledExecutorService renewals) {
        this.leases = leases;
        this.connection = connection;
        this.alarm = alarm;
        this.rules = rules;
        this.metrics = metrics;
        this.tracer = tracer;
        this.renewals = renewals;
    }

    /** Delivers all that is due, until there is none or {@code stopping}; the attempt under way is always finished. */
    void deliverAll(BooleanSupplier stopping) throws InterruptedException {
        while (!stopping.getAsBoolean() && alarm.permitsAttempt()) {
            var claim = leases.claim();
            if (claim.isEmpty()) {
                connection.closeIfIdle();
                return;
            }
            deliver(claim.get(), stopping);
        }
    }

    private void deliver(Claim claim, BooleanSupplier stopping) throws InterruptedException {
        var renewal = keepRenewing(claim);
        try {
            var attempt = attempt(claim);
            alarm.heed(attempt);
            record(claim, attempt);
            report(claim, attempt, stopping);
        } finally {
            renewal.cancel(false);
        }
    }

    /**
     * A trace of its own: a mail is composed of what is true once all is quiet, which no single request has caused. It
     * names no person and no address.
     */
    private Attempt attempt(Claim claim) {
        var span = tracer.spanBuilder("mail")
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("lectern.notice", claim.notice().toString())
                .setAttribute("lectern.attempt", claim.attempt())
                .startSpan();
        try {
            var attempt = connection.send(claim.recipient(), claim.message());
            span.setAttribute("lectern.outcome", attempt.verdict().name());
            span.setStatus(attempt.verdict() == Verdict.ACCEPTED ? StatusCode.OK : StatusCode.ERROR);
            return attempt;
        } finally {
            span.end();
        }
    }

    private ScheduledFuture<?> keepRenewing(Claim claim) {
        var interval = rules.leaseRenewal().toMillis();
        return renewals.scheduleWithFixedDelay(() -> renew(claim), interval, interval, TimeUnit.MILLISECONDS);
    }

    private void renew(Claim claim) {
        try {
            if (!leases.renew(claim)) {
                LOG.warnf("the lease was lost notice=%s attempt=%d", claim.notice(), claim.attempt());
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "the lease is not renewed notice=%s error=%s",
                    claim.notice(), e.getClass().getSimpleName());
        }
    }

    private void record(Claim claim, Attempt attempt) {
        Counter.builder("lectern.deliveries")
                .description("Attempts to hand a notice to the mail server, by how they ended")
                .tag("outcome", attempt.verdict().name())
                .tag("answer", attempt.answer())
                .register(metrics)
                .increment();
        LOG.infof(
                "attempt ended notice=%s attempt=%d verdict=%s code=%s",
                claim.notice(), claim.attempt(), attempt.verdict(), attempt.code());
    }

    /** While the database is away the end is kept here: given up, an accepted mail would be sent again. */
    private void report(Claim claim, Attempt attempt, BooleanSupplier stopping) throws InterruptedException {
        while (tryReport(claim, attempt).isEmpty() && !stopping.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(WAIT_FOR_DATABASE_MILLIS);
        }
    }

    /** Whether the claim still held; empty when the database could not say. */
    private Optional<Boolean> tryReport(Claim claim, Attempt attempt) {
        try {
            var held = leases.report(claim, attempt);
            if (!held) {
                LOG.warnf("an outcome came after its lease notice=%s attempt=%d", claim.notice(), claim.attempt());
            }
            return Optional.of(held);
        } catch (RuntimeException e) {
            if (!DatabaseErrors.isTransient(e)) {
                throw e;
            }
            LOG.warnf("an outcome waits for the database notice=%s", claim.notice());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
