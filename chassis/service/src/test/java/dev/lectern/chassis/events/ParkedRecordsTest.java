package dev.lectern.chassis.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lectern.chassis.events.ParkedRecord.State;
import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.parked.Retried;
import dev.lectern.chassis.parked.RetryOfAll;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.sample.Pebble;
import dev.lectern.chassis.sample.Pebbles;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.Republishing;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ParkedRecordsTest {

    private static final String SENSELESS = "{\"address\":\"ann@conf.example\"}";

    @Inject
    Pebbles pebbles;

    @Inject
    ParkedRecords parked;

    @Inject
    ParkedRetries retries;

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource database;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void nothingIsParked() {
        parked.discardAll();
    }

    @Test
    void theyAreListedAsTheyWereParkedWithoutWhatTheySay() {
        // Given
        var first = park(UUID.randomUUID(), SENSELESS);
        var second = park(id, state(3, 1));
        // When
        var page = parked.page(1, null);
        var next = parked.page(1, page.nextPageToken());
        // Then
        assertThat(page.items()).extracting(ParkedRecord::id).containsExactly(first);
        assertThat(page.items().toString()).doesNotContain("ann");
        assertThat(next.nextPageToken()).isNull();
        assertThat(next.items()).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo(second);
            assertThat(record.topic()).isEqualTo(Pebble.TOPIC);
            assertThat(record.offset()).isEqualTo(id.getMostSignificantBits());
            assertThat(record.key()).isEqualTo(id.toString());
            assertThat(record.type()).isEqualTo(Pebble.TYPE);
            assertThat(record.payloadBytes()).isEqualTo(state(3, 1).length());
            assertThat(record.reason()).isEqualTo("an earlier release");
            assertThat(record.parkedAt()).isNotNull();
            assertThat(record.state()).isEqualTo(State.PARKED);
        });
    }

    @Test
    void oneThatMakesSenseNowIsAppliedAndThereNoMore() {
        var record = park(id, state(8, 1));

        var retried = retries.retry(record);

        assertThat(retried.state()).isEqualTo(State.APPLIED);
        assertThat(weight()).isEqualTo(8);
        assertThat(retries.waiting()).isEmpty();
    }

    @Test
    void oneThatFailsAgainStaysWithItsNewReason() {
        var record = park(id, SENSELESS);

        var retried = retries.retry(record);

        assertThat(retried.state()).isEqualTo(State.PARKED);
        assertThat(retried.reason()).isEqualTo("NotUnderstood");
        assertThat(parked.page(null, null).items()).containsExactly(retried);
    }

    @Test
    void oneOfATopicThatIsNotReadAnyMoreStays() {
        var record = park("boulders", id, state(8, 1));

        assertThat(retries.retry(record).reason()).isEqualTo("NotRead");
    }

    @Test
    void aNewerStateThatCameMeanwhileStays() {
        QuarkusTransaction.requiringNew().run(() -> pebbles.accept(List.of(new Pebble(id, 9, 2))));
        var record = park(id, state(8, 1));

        var retried = retries.retry(record);

        assertThat(retried.state()).isEqualTo(State.APPLIED);
        assertThat(weight()).isEqualTo(9);
    }

    @Test
    void allAreTriedAndThoseThatFailStay() {
        // Given
        park(UUID.randomUUID(), SENSELESS);
        park(id, state(8, 1));
        park(id, state(9, 2));
        // When
        var work = new RetryOfAll(retries);
        work.prepare(new Progress());
        // Then
        assertThat(work.perform(new Progress())).isEqualTo(new Retried(2, 1));
        assertThat(weight()).isEqualTo(9);
        assertThat(retries.waiting()).hasSize(1);
    }

    @Test
    void ofManyThatTryOneAtOnceOneAppliesIt() {
        // Given
        var record = park(id, state(8, 1));
        var threads = Executors.newFixedThreadPool(9);
        // When
        var start = CompletableFuture.runAsync(() -> retries.atStart(new StartupEvent()), threads);
        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> applies(record), threads))
                .limit(8)
                .toList();
        // Then
        start.join();
        assertThat(tries.stream().filter(CompletableFuture::join)).hasSizeLessThanOrEqualTo(1);
        assertThat(weight()).isEqualTo(8);
        assertThat(retries.waiting()).isEmpty();
        threads.shutdown();
    }

    /** As where its aggregate is deleted meanwhile, which must not come back. */
    @Test
    void oneThatIsDiscardedWhileItIsTriedIsNotApplied() throws SQLException {
        // Given
        var record = park(id, state(8, 1));
        CompletableFuture<ParkedRecord> retry;
        try (var busy = Republishing.open(database);
                var insert = busy.prepareStatement("insert into pebble (id, weight, revision) values (?, 1, 0)")) {
            insert.setObject(1, id);
            insert.execute();
            retry = CompletableFuture.supplyAsync(() -> retries.retry(record));
            Republishing.awaitWaiting(database);
            // When
            parked.discard(record);
            busy.rollback();
        }
        // Then
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(retry::join)
                .withCauseInstanceOf(Refused.class);
        assertThat(weight()).isNull();
    }

    @Test
    void whatIsDiscardedIsGone() {
        var record = park(id, state(8, 1));
        park(UUID.randomUUID(), SENSELESS);

        assertThat(parked.discard(record).state()).isEqualTo(State.DISCARDED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> parked.discard(record));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> retries.retry(record));
        assertThat(parked.discardAll().discarded()).isEqualTo(1);
        assertThat(parked.page(null, null).items()).isEmpty();
        assertThat(weight()).isNull();
    }

    private boolean applies(long record) {
        try {
            return retries.retry(record).state() == State.APPLIED;
        } catch (Refused gone) {
            return false;
        }
    }

    private String state(int weight, long revision) {
        return "{\"id\":\"%s\",\"weight\":%d,\"revision\":%d}".formatted(id, weight, revision);
    }

    private Integer weight() {
        return QuarkusTransaction.requiringNew().call(() -> pebbles.weightOf(id));
    }

    private long park(UUID key, String payload) {
        return park(Pebble.TOPIC, key, payload);
    }

    private long park(String topic, UUID key, String payload) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery("""
                        insert into parked_record (topic, partition, record_offset, key, type, payload, reason)
                        values (?1, (select count(*) from parked_record), ?2, ?3, ?4, ?5, 'an earlier release')
                        returning id""", Long.class)
                .setParameter(1, topic)
                .setParameter(2, key.getMostSignificantBits())
                .setParameter(3, key.toString())
                .setParameter(4, Pebble.TYPE)
                .setParameter(5, payload.getBytes(StandardCharsets.UTF_8))
                .getSingleResult());
    }
}
