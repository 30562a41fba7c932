package dev.lectern.notification.message;

import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Composes the mails of messages behind the requests that wrote them. Every replica has such a loop. */
@ApplicationScoped
class MessageWorker implements Loop.Work {

    private static final Logger LOG = Logger.getLogger(MessageWorker.class);

    /** Some hundred kilobytes of mail, and a fraction of a second, in one transaction. */
    private static final int COMPOSED_AT_ONCE = 100;

    /** What another replica, or this one before its end, has left. */
    private static final Duration POLL = Duration.ofSeconds(5);

    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Composing composing;
    private final Loop loop = new Loop("messages", this);

    MessageWorker(Composing composing) {
        this.composing = composing;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        loop.stop(FAREWELL);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageWritten written) {
        loop.wake();
    }

    @Override
    public Rest step() {
        var hasComposed = QuarkusTransaction.requiringNew().call(() -> composing.composeNext(COMPOSED_AT_ONCE));
        return hasComposed ? Rest.NONE : Rest.upTo(POLL);
    }

    @Override
    public Rest failed(Throwable failure) {
        LOG.warnf("the mails of a message wait error=%s", failure.getClass().getSimpleName());
        return Rest.allOf(REST_AFTER_FAILURE);
    }
}
