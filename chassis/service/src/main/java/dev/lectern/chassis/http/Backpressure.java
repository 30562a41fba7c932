package dev.lectern.chassis.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a client that asks again before it has read the last answer wait for itself. Else a worker thread would wait to
 * write the next answer, or answers would pile up in memory.
 */
@ApplicationScoped
public class Backpressure {

    /** Runs on the event loop. When the connection goes, the request that waits goes with it. */
    @ServerRequestFilter(nonBlocking = true, priority = 50)
    public Uni<Void> await(HttpServerResponse response) {
        if (!response.writeQueueFull()) {
            return null;
        }
        return Uni.createFrom().emitter(room -> response.drainHandler(drained -> room.complete(null)));
    }
}
