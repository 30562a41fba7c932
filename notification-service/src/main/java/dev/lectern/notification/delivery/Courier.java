package dev.lectern.notification.delivery;

import dev.lectern.chassis.database.DatabaseErrors;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Takes one mail after the other to the mail server, on one thread and one connection. */
final class Courier implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final long WAIT_FOR_DATABASE_MILLIS = 500;
    private static final int MOST_AT_ONCE = 16;

    /** A round that lasts no longer than this was fast. */
    private static final Duration FAST = Duration.ofMillis(250);

    private final Leases leases;
    private final SmtpConnection connection;
    private final Circuit circuit;
    private final Pace pace;
    private final DeliveryRules rules;
    private final MeterRegistry metrics;
    private final Tracer tracer;
    private final ScheduledExecutorService renewals;
    private int atOnce = 1;

    Courier(
            Leases leases,
            SmtpConnection connection,
            Circuit circuit,
            Pace pace,
            DeliveryRules rules,
            MeterRegistry metrics,
            Tracer tracer,
            ScheduledExecutorService renewals) {
        this.leases = leases;
        this.connection = connection;
        this.circuit = circuit;
        this.pace = pace;
        this.rules = rules;
        this.metrics = metrics;
        this.tracer = tracer;
        this.renewals = renewals;
    }

    /** Delivers all that is due, until there is none or {@code stopping}; the attempt under way is always finished. */
    void deliverAll(BooleanSupplier stopping) throws InterruptedException {
        while (!stopping.getAsBoolean() && circuit.permitsAttempt()) {
            var claims = leases.claim(atOnce);
            if (claims.isEmpty()) {
                connection.closeIfIdle();
                return;
            }
            deliver(claims, stopping);
        }
    }

    /**
     * What is claimed together is reported together. It is more from round to round while the server takes mail fast, and
     * one alone as soon as it does not: who waits for a server holds up no other mail, and who dies leaves few doubts.
     */
    private void deliver(List<Claim> claims, BooleanSupplier stopping) throws InterruptedException {
        var renewal = keepRenewing(claims);
        try {
            var begun = System.nanoTime();
            var ended = new LinkedHashMap<Claim, Attempt>();
            var goesOn = true;
            for (var next = claims.iterator(); goesOn && next.hasNext(); ) {
                var claim = next.next();
                pace.awaitTurn();
                var attempt = attempt(claim);
                circuit.heed(attempt);
                record(claim, attempt);
                ended.put(claim, attempt);
                goesOn = attempt.verdict() == Verdict.ACCEPTED
                        && System.nanoTime() - begun < FAST.toNanos()
                        && !stopping.getAsBoolean();
            }
            atOnce = goesOn ? Math.min(2 * atOnce, MOST_AT_ONCE) : 1;
            report(ended, claims.stream().skip(ended.size()).toList(), stopping);
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
                .setAttribute("lectern.notice", claim.mail().toString())
                .setAttribute("lectern.attempt", claim.attempt())
                .startSpan();
        try {
            var attempt = connection.send(claim.sender(), claim.recipient(), claim.message());
            span.setAttribute("lectern.outcome", attempt.verdict().name());
            span.setStatus(attempt.verdict() == Verdict.ACCEPTED ? StatusCode.OK : StatusCode.ERROR);
            return attempt;
        } finally {
            span.end();
        }
    }

    private ScheduledFuture<?> keepRenewing(List<Claim> claims) {
        var interval = rules.leaseRenewal().toMillis();
        return renewals.scheduleWithFixedDelay(
                () -> claims.forEach(this::renew), interval, interval, TimeUnit.MILLISECONDS);
    }

    private void renew(Claim claim) {
        try {
            if (!leases.renew(claim)) {
                LOG.warnf("the lease was lost notice=%s attempt=%d", claim.mail(), claim.attempt());
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "the lease is not renewed notice=%s error=%s",
                    claim.mail(), e.getClass().getSimpleName());
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
                claim.mail(), claim.attempt(), attempt.verdict(), attempt.code());
    }

    /** While the database is away the end is kept here: given up, an accepted mail would be sent again. */
    private void report(Map<Claim, Attempt> ended, List<Claim> untried, BooleanSupplier stopping)
            throws InterruptedException {
        while (!tryReport(ended, untried) && !stopping.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(WAIT_FOR_DATABASE_MILLIS);
        }
    }

    /** Whether the database took it. */
    private boolean tryReport(Map<Claim, Attempt> ended, List<Claim> untried) {
        try {
            leases.report(ended, untried)
                    .forEach(lost -> LOG.warnf(
                            "an outcome came after its lease notice=%s attempt=%d", lost.mail(), lost.attempt()));
            return true;
        } catch (RuntimeException e) {
            if (!DatabaseErrors.isTransient(e)) {
                throw e;
            }
            LOG.warnf("outcomes wait for the database mails=%d", ended.size());
            return false;
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
