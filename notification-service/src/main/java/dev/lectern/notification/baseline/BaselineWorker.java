package dev.lectern.notification.baseline;

import dev.lectern.notification.briefing.EvaluationWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Starts consumption and evaluation once the baseline is made, however long Kafka or the database keep it waiting. */
@ApplicationScoped
@Readiness
class BaselineWorker implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(BaselineWorker.class);
    private static final long WAIT_AFTER_FAILURE_MILLIS = 500;

    private final BaselineMaking baseline;
    private final EvaluationWorker evaluation;
    private final ChannelRegistry channels;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "baseline");
    private volatile boolean done;

    BaselineWorker(BaselineMaking baseline, EvaluationWorker evaluation, ChannelRegistry channels) {
        this.baseline = baseline;
        this.evaluation = evaluation;
        this.channels = channels;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        thread.interrupt();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("baseline").status(done).build();
    }

    private void run() {
        try {
            while (!isMade() && !stopped.await(WAIT_AFTER_FAILURE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("the baseline is tried again");
            }
            if (stopped.getCount() > 0) {
                channels.getPausable("events").resume();
                evaluation.start();
                done = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMade() {
        try {
            baseline.make();
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("the baseline waits error=%s message=%s", e.getClass().getSimpleName(), e.getMessage());
            return false;
        }
    }
}
