package dev.lectern.chassis.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class EventuallyTest {

    @Inject
    Eventually eventually;

    @ConfigProperty(name = "lectern.replica.most-waiting")
    int mostWaiting;

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whatComesAMomentLaterIsFound() {
        assertThat(eventually.find(foundAtLook(3), "absent")).isEqualTo("here");
    }

    @Test
    void onlySoManyWaitAndTheOthersLookOnce() throws InterruptedException {
        var waiting = new CountDownLatch(mostWaiting);
        var go = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(mostWaiting);
        try {
            var waiters = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> eventually.look(held(waiting, go)), threads))
                    .limit(mostWaiting)
                    .toList();
            waiting.await();

            assertThat(eventually.look(foundAtLook(2))).isEmpty();

            go.countDown();
            assertThat(waiters).extracting(CompletableFuture::join).containsOnly(Optional.of("here"));
            assertThat(eventually.look(foundAtLook(4))).contains("here");
        } finally {
            go.countDown();
            threads.shutdown();
        }
    }

    private Supplier<Optional<String>> foundAtLook(int number) {
        return () -> looks.incrementAndGet() < number ? Optional.empty() : Optional.of("here");
    }

    /** Not found at first; the second look lasts until it may go. */
    private static Supplier<Optional<String>> held(CountDownLatch waiting, CountDownLatch go) {
        var again = new AtomicInteger();
        return () -> {
            if (again.getAndIncrement() == 0) {
                return Optional.empty();
            }
            waiting.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Optional.of("here");
        };
    }
}
