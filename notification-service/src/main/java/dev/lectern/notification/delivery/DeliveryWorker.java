package dev.lectern.notification.delivery;

import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.tls.MailTrust;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The threads that deliver: woken by the commit that makes a notice due, and by the clock for what is repeated. */
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final long EXPIRY_CHECK_MILLIS = 5_000;

    /** A little less than process supervisors usually wait before they kill. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final Leases leases;
    private final SmtpServer server;
    private final MailTrust trust;
    private final Circuit circuit;
    private final Pace pace;
    private final DeliveryRules rules;
    private final MeterRegistry metrics;
    private final Tracer tracer;
    private final Loop loop;
    private ScheduledExecutorService timer;

    DeliveryWorker(
            Leases leases,
            SmtpServer server,
            MailTrust trust,
            Circuit circuit,
            Pace pace,
            DeliveryRules rules,
            MeterRegistry metrics,
            Tracer tracer) {
        this.leases = leases;
        this.server = server;
        this.trust = trust;
        this.circuit = circuit;
        this.pace = pace;
        this.rules = rules;
        this.metrics = metrics;
        this.tracer = tracer;
        this.loop = new Loop("delivery", rules.workers(), this::newRound);
    }

    void start(@Observes StartupEvent started) {
        if (!rules.enabled()) {
            return;
        }
        timer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "delivery-leases"));
        // It ends with the timer.
        var unused = timer.scheduleWithFixedDelay(
                this::expireLeases, EXPIRY_CHECK_MILLIS, EXPIRY_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        loop.start();
    }

    /** Attempts under way are finished, no more are begun. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        loop.stop(LONGEST_FAREWELL);
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticeDue due) {
        loop.wake();
    }

    private Loop.Work newRound() {
        var courier = new Courier(
                leases,
                new SmtpConnection(server, trust, rules.idleLimit()),
                circuit,
                pace,
                rules,
                metrics,
                tracer,
                timer);
        return new Loop.Work() {

            @Override
            public Rest step() throws InterruptedException {
                courier.deliverAll(loop::isStopping);
                return Rest.upTo(rules.pollInterval());
            }

            @Override
            public Rest failed(Throwable failure) {
                LOG.errorf(
                        "delivery failed, and goes on after a while error=%s",
                        failure.getClass().getSimpleName());
                return Rest.upTo(rules.pollInterval());
            }

            @Override
            public void close() {
                courier.close();
            }
        };
    }

    private void expireLeases() {
        try {
            while (leases.expireOne()) {
                LOG.warn("a lease ran out without outcome");
            }
        } catch (RuntimeException | Error e) {
            LOG.warnf("leases are not looked after error=%s", e.getClass().getSimpleName());
        }
    }
}
