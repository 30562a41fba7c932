package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.CommonRefusal;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what comes after the signal to end. Quarkus goes on to accept requests until for a moment there are none, and
 * cuts those that come after that moment: they would be done, and their callers told that they were not.
 */
@ApplicationScoped
public class Draining {

    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent signal) {
        begun = true;
    }

    /**
     * Runs on the event loop, before all else. By then Quarkus has counted the request: one that is let through is
     * waited for.
     */
    @ServerRequestFilter(nonBlocking = true, priority = 50)
    public void refuse() {
        if (begun) {
            throw CommonRefusal.ENDING.because("Try again in a moment").withHeader(HttpHeaders.RETRY_AFTER, "1");
        }
    }
}
