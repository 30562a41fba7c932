package dev.lectern.notification.baseline;

import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import dev.lectern.notification.briefing.EvaluationWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Starts consumption and evaluation once the baseline is made, however long Kafka or the database keep it waiting. */
@ApplicationScoped
@Readiness
class BaselineWorker implements HealthCheck, Loop.Work {

    private static final Logger LOG = Logger.getLogger(BaselineWorker.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);

    private final BaselineMaking baseline;
    private final EvaluationWorker evaluation;
    private final ChannelRegistry channels;
    private final Loop loop = new Loop("baseline", this);
    private volatile boolean done;

    BaselineWorker(BaselineMaking baseline, EvaluationWorker evaluation, ChannelRegistry channels) {
        this.baseline = baseline;
        this.evaluation = evaluation;
        this.channels = channels;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    /** What is cut short, the next start goes on with. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(Duration.ZERO);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("baseline").status(done).build();
    }

    @Override
    public Rest step() throws SQLException {
        baseline.make();
        if (!loop.isStopping()) {
            channels.getPausable("events").resume();
            evaluation.start();
            done = true;
        }
        return Rest.END;
    }

    @Override
    public Rest failed(Throwable failure) {
        LOG.warnf("the baseline waits error=%s message=%s", failure.getClass().getSimpleName(), failure.getMessage());
        return Rest.allOf(REST_AFTER_FAILURE);
    }
}
