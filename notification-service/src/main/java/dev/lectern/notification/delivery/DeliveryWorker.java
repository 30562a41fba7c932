package dev.lectern.notification.delivery;

import dev.lectern.notification.notice.NoticeDue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The threads that deliver: woken by the commit that makes a notice due, and by the clock for what is repeated. */
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final long EXPIRY_CHECK_MILLIS = 1000;

    /** A little less than process supervisors usually wait before they kill. */
    private static final long LONGEST_FAREWELL_MILLIS = 10_000;

    private final Leases leases;
    private final SmtpServer server;
    private final RefusalAlarm alarm;
    private final DeliveryRules rules;
    private final MeterRegistry metrics;
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private ScheduledExecutorService timer;
    private volatile boolean stopping;

    DeliveryWorker(Leases leases, SmtpServer server, RefusalAlarm alarm, DeliveryRules rules, MeterRegistry metrics) {
        this.leases = leases;
        this.server = server;
        this.alarm = alarm;
        this.rules = rules;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        if (!rules.enabled()) {
            return;
        }
        timer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "delivery-leases"));
        // It ends with the timer.
        var unused = timer.scheduleWithFixedDelay(
                this::expireLeases, EXPIRY_CHECK_MILLIS, EXPIRY_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        for (var number = 1; number <= rules.workers(); number++) {
            threads.add(new Thread(this::run, "delivery-" + number));
        }
        threads.forEach(Thread::start);
    }

    /** Attempts under way are finished, no more are begun. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release(threads.size());
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_FAREWELL_MILLIS);
        for (var thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticeDue due) {
        if (wake.availablePermits() < rules.workers()) {
            wake.release();
        }
    }

    private void run() {
        try (var courier = newCourier()) {
            while (!stopping) {
                deliver(courier);
                wake.tryAcquire(rules.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Courier courier) throws InterruptedException {
        try {
            courier.deliverAll(() -> stopping);
        } catch (RuntimeException | Error e) {
            LOG.errorf(
                    "delivery failed, and goes on after a while error=%s",
                    e.getClass().getSimpleName());
        }
    }

    private Courier newCourier() {
        return new Courier(leases, new SmtpConnection(server, rules.idleLimit()), alarm, rules, metrics, timer);
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
