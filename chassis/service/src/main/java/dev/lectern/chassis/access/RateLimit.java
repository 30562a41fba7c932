package dev.lectern.chassis.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.lectern.chassis.problem.CommonRefusal;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets each caller ask so many times per second and no more, so that one script in a loop cannot take the service from
 * all others. In the memory of one process: with two replicas a caller has twice as much.
 */
@ApplicationScoped
public class RateLimit {

    private static final int MOST_CALLERS = 10_000;

    private final Caller caller;
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(
            Caller caller,
            @ConfigProperty(name = "lectern.rate.per-second") long perSecond,
            @ConfigProperty(name = "lectern.rate.burst") long burst) {
        this.caller = caller;
        // A bucket that was left alone for so long is full again, and so is the new one that takes its place.
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(Duration.ofSeconds(burst / perSecond + 1))
                .build(name -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /**
     * Runs on the event loop, first of all. An endpoint that is open to all has not looked at the token, if there is
     * one.
     */
    @ServerRequestFilter(nonBlocking = true, priority = 100)
    public void spend(RoutingContext routing) {
        if (routing.user() == null) {
            return;
        }
        var spent = buckets.get(caller.id()).tryConsumeAndReturnRemaining(1);
        if (!spent.isConsumed()) {
            var wait = Duration.ofNanos(spent.getNanosToWaitForRefill()).toSeconds() + 1;
            throw CommonRefusal.TOO_MANY_REQUESTS
                    .because("Wait before you ask again")
                    .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        }
    }
}
