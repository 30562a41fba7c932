package dev.lectern.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.store.StoredTimetable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to one conference while another one is very busy. */
@QuarkusTest
@WithTestResource(BackingServices.class)
@Timeout(120)
class NeighboursTest {

    /** Several times as many as there are connections. */
    private static final int CROWD = 60;

    private final ExecutorService threads = Executors.newFixedThreadPool(CROWD + 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void editsOfOneConferenceThatWaitLeaveTheConnectionsToTheOthers() {
        // Given
        var busy = TestConference.ready();
        var quiet = TestConference.ready();
        var locked = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var lock = CompletableFuture.runAsync(() -> hold(busy, locked, free), threads);
        var edits = IntStream.range(0, CROWD)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            await(locked);
                            return rename(busy, "Red room " + number);
                        },
                        threads))
                .toList();
        await(locked);
        // When
        var others = IntStream.range(0, CROWD)
                .map(number -> rename(quiet, "Red room " + number))
                .boxed()
                .toList();
        var waited = edits.stream().noneMatch(CompletableFuture::isDone);
        free.countDown();
        // Then
        lock.join();
        assertThat(others).containsOnly(200);
        assertThat(waited).isTrue();
        assertThat(edits).extracting(CompletableFuture::join).containsOnly(200);
    }

    private static void hold(TestConference conference, CountDownLatch locked, CountDownLatch free) {
        QuarkusTransaction.requiringNew().run(() -> {
            StoredTimetable.locked(conference.id);
            locked.countDown();
            await(free);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int rename(TestConference conference, String name) {
        return conference
                .organiser()
                .body(Map.of("name", name))
                .patch(conference.path("/rooms/red"))
                .statusCode();
    }
}
