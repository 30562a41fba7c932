package dev.lectern.notification.briefing;

import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import dev.lectern.notification.replica.Touched;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Evaluates appearances, some at a time in one transaction, for as long as any is due. Every replica has such a loop;
 * they share the work by locks. Started once the baseline is made.
 */
@ApplicationScoped
public class EvaluationWorker implements Loop.Work {

    private static final Logger LOG = Logger.getLogger(EvaluationWorker.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration POSTPONED = Duration.ofMinutes(1);

    /** Another replica may hold the touch that is due: asking again at once would only burn the processor. */
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);

    private static final int EVALUATED_AT_ONCE = 100;
    private static final int MOST_WITH_THEM = 400;
    private static final int RESYNCED_AT_ONCE = 500;

    private final EvaluationQueue touches;
    private final Evaluation evaluation;
    private final Duration pollInterval;
    private final Duration resyncInterval;
    private final Loop loop = new Loop("evaluation", this);
    private long resyncedAt = System.nanoTime();

    EvaluationWorker(
            EvaluationQueue touches,
            Evaluation evaluation,
            @ConfigProperty(name = "lectern.evaluation.poll-interval") Duration pollInterval,
            @ConfigProperty(name = "lectern.evaluation.resync-interval") Duration resyncInterval) {
        this.touches = touches;
        this.evaluation = evaluation;
        this.pollInterval = pollInterval;
        this.resyncInterval = resyncInterval;
    }

    public void start() {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        loop.stop(FAREWELL);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Touched touched) {
        loop.wake();
    }

    @Override
    public Rest step() {
        resyncSometimes();
        if (evaluateDue()) {
            return Rest.NONE;
        }
        var untilNext = QuarkusTransaction.requiringNew().call(() -> touches.untilNext(pollInterval));
        return Rest.upTo(untilNext.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : untilNext);
    }

    @Override
    public Rest failed(Throwable failure) {
        LOG.warnf("evaluation waits error=%s", failure.getClass().getSimpleName());
        return Rest.upTo(REST_AFTER_FAILURE);
    }

    /** Whether any appearance was due. One that cannot be evaluated does not keep the others waiting. */
    private boolean evaluateDue() {
        var due = new AtomicReference<List<UUID>>(List.of());
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                due.set(touches.lockDue(EVALUATED_AT_ONCE, MOST_WITH_THEM));
                if (!due.get().isEmpty()) {
                    evaluation.evaluate(due.get());
                }
            });
        } catch (RuntimeException | Error e) {
            if (due.get().isEmpty() || DatabaseErrors.isTransient(e)) {
                throw e;
            }
            due.get().forEach(this::evaluateAlone);
        }
        return !due.get().isEmpty();
    }

    private void evaluateAlone(UUID appearance) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (touches.lock(appearance)) {
                    evaluation.evaluate(List.of(appearance));
                }
            });
        } catch (RuntimeException | Error e) {
            if (DatabaseErrors.isTransient(e)) {
                throw e;
            }
            LOG.errorf(
                    "evaluation failed appearance=%s error=%s at=%s",
                    appearance,
                    e.getClass().getSimpleName(),
                    Arrays.stream(e.getStackTrace()).findFirst().orElse(null));
            QuarkusTransaction.requiringNew().run(() -> touches.postpone(appearance, POSTPONED));
        }
    }

    private void resyncSometimes() {
        if (System.nanoTime() - resyncedAt > resyncInterval.toNanos()) {
            resyncedAt = System.nanoTime();
            var found = QuarkusTransaction.requiringNew().call(() -> touches.resync(RESYNCED_AT_ONCE));
            if (found > 0) {
                LOG.infof("missed touches found appearances=%d", found);
            }
        }
    }
}
