package dev.lectern.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.catalog.conference.Conference;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many files are sent to one conference, those of the others have a place and memory. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class NeighboursTest {

    private static final int CROWD = 24;
    private static final byte[] FILE = "number,title\n1,Bells\n".getBytes(StandardCharsets.UTF_8);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void importsOfOneConferenceThatWaitLeaveThePlacesToTheOthers() {
        // Given
        var busy = CatalogClient.withConference();
        var id = busy.conferenceId();
        var quiet = CatalogClient.withConference();
        var locked = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var lock = CompletableFuture.runAsync(() -> hold(id, locked, free), threads);
        pass(locked);
        var crowd = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(busy), threads))
                .limit(CROWD)
                .toList();
        await().until(() -> done(crowd).count() == CROWD - 2);
        // When
        var other = send(quiet);
        free.countDown();
        // Then
        lock.join();
        assertThat(other).isEqualTo(200);
        assertThat(crowd).extracting(CompletableFuture::join).containsOnly(200, 503);
        assertThat(crowd)
                .extracting(CompletableFuture::join)
                .filteredOn(status -> status == 200)
                .hasSize(2);
    }

    private static Stream<CompletableFuture<Integer>> done(List<CompletableFuture<Integer>> crowd) {
        return crowd.stream().filter(CompletableFuture::isDone);
    }

    private static int send(CatalogClient organiser) {
        return organiser.importFile("format=csv", FILE).extract().statusCode();
    }

    private static void hold(UUID conference, CountDownLatch locked, CountDownLatch free) {
        QuarkusTransaction.requiringNew().run(() -> {
            Conference.lock(conference);
            locked.countDown();
            pass(free);
        });
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
