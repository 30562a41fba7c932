package dev.lectern.notification.delivery;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** How fast this process hands over mails: as fast as it can, or evenly, so many a second. */
@ApplicationScoped
class Pace {

    private final Optional<Bucket> bucket;

    Pace(DeliveryRules rules) {
        this.bucket = rules.rate().map(Pace::evenly);
    }

    private static Bucket evenly(int rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }

    void awaitTurn() throws InterruptedException {
        if (bucket.isPresent()) {
            bucket.get().asBlocking().consume(1);
        }
    }
}
