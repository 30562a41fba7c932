package dev.lectern.chassis.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.sample.Pebble;
import dev.lectern.chassis.sample.Pebbles;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class EventConsumptionTest {

    /** A restored service counts from a higher number than before. */
    private static final AtomicLong RESTORED = new AtomicLong();

    private final long base = 1000 * RESTORED.incrementAndGet();

    @Inject
    Pebbles pebbles;

    @Inject
    ParkedRetries retries;

    @Inject
    Restorations restorations;

    @Inject
    EntityManager entities;

    @Test
    void anEventIsAppliedOnceAndAnOlderOneNever() {
        var id = UUID.randomUUID();

        write(id, 5, 2);
        write(id, 4, 1);
        write(id, 5, 2);

        awaitOneMore();
        assertThat(weightOf(id)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "not json",
                "[]",
                "{\"id\":7}",
                "{\"weight\":1,\"revision\":1}",
                "{\"id\":\"%s\",\"weight\":-1,\"revision\":1}"
            })
    void whatCannotBeAppliedIsParkedAndTheNextRecordProceeds(String value) {
        var id = UUID.randomUUID();

        TopicWriter.write(
                Pebble.TOPIC, id.toString(), Pebble.TYPE, value.formatted(id).getBytes(StandardCharsets.UTF_8));
        awaitOneMore();

        assertThat(parked(id)).isEqualTo(1);
        assertThat(weightOf(id)).isNull();
    }

    @Test
    void aRecordWithoutAValueIsParked() {
        var id = UUID.randomUUID();

        TopicWriter.write(Pebble.TOPIC, id.toString(), Pebble.TYPE, null);
        awaitOneMore();

        assertThat(parked(id)).isEqualTo(1);
    }

    @Test
    void anUnknownTypeIsIgnoredAndAnUnknownMemberToo() {
        var ofAnotherType = UUID.randomUUID();
        var withMore = UUID.randomUUID();

        TopicWriter.write(Pebble.TOPIC, ofAnotherType.toString(), "dev.lectern.boulder.v1", json(ofAnotherType, 3, 1));
        TopicWriter.write(
                Pebble.TOPIC,
                withMore.toString(),
                Pebble.TYPE,
                new String(json(withMore, 3, 1), StandardCharsets.UTF_8)
                        .replace("}", ",\"colour\":\"grey\"}")
                        .getBytes(StandardCharsets.UTF_8));
        awaitOneMore();

        assertThat(weightOf(ofAnotherType)).isNull();
        assertThat(parked(ofAnotherType)).isZero();
        assertThat(weightOf(withMore)).isEqualTo(3);
    }

    @Test
    void whatWasParkedIsTriedAgainAtTheNextStart() {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into parked_record (topic, partition, record_offset, key, type, payload, reason) values ('pebbles', 0, ?1, ?2, ?3, ?4, 'an earlier release')")
                        .setParameter(1, id.getMostSignificantBits())
                        .setParameter(2, id.toString())
                        .setParameter(3, Pebble.TYPE)
                        .setParameter(4, json(id, 8, 1))
                        .executeUpdate());

        retries.atStart(new StartupEvent());

        assertThat(weightOf(id)).isEqualTo(8);
        assertThat(parked(id)).isZero();
    }

    @Test
    void whatARestoredServiceDoesNotKnowGoesOnceAllThatItKnowsIsThere() {
        // Given
        var lost = UUID.randomUUID();
        var kept = UUID.randomUUID();
        write(lost, 5, 7);
        write(kept, 5, 7);
        awaitOneMore();
        // When
        TopicWriter.write(Pebble.TOPIC, Restoration.KEY.toString(), Restoration.TYPE, restoration());
        write(kept, 4, base + 6);
        // Then
        await().untilAsserted(() -> assertThat(weightOf(lost)).isEqualTo(1));
        assertThat(weightOf(kept)).isEqualTo(4);

        write(lost, 5, 8);
        awaitOneMore();
        assertThat(weightOf(lost)).isEqualTo(1);
    }

    /** What is parked is not gone: nobody here knows what it says. */
    @Test
    void nothingGoesOfWhichSomethingIsParked() {
        // Given
        var known = UUID.randomUUID();
        var lost = UUID.randomUUID();
        write(lost, 5, 7);
        write(known, 5, 7);
        TopicWriter.write(Pebble.TOPIC, known.toString(), Pebble.TYPE, new byte[] {'{'});
        awaitOneMore();
        assertThat(parked(known)).isEqualTo(1);
        // When
        TopicWriter.write(Pebble.TOPIC, Restoration.KEY.toString(), Restoration.TYPE, restoration());
        // Then
        await().untilAsserted(() -> assertThat(weightOf(lost)).isEqualTo(1));
        assertThat(weightOf(known)).isEqualTo(5);

        execute("delete from parked_record where topic = ?1");
        restorations.follow(restored());
        assertThat(weightOf(known)).isEqualTo(1);
    }

    private Restorations.Restored restored() {
        return new Restorations.Restored(Pebble.TOPIC, base);
    }

    private byte[] restoration() {
        return "{\"revisionsFrom\":%d}".formatted(base).getBytes(StandardCharsets.UTF_8);
    }

    /** As where a broker was lost, or the database is from before it. */
    @Test
    void offsetsOfAnotherClusterDoNotCount() {
        // Given
        var id = UUID.randomUUID();
        execute("""
                insert into parked_record (topic, partition, record_offset, key, reason, cluster)
                select ?1, p, n, 'lost', 'lost', 'lost' from generate_series(0, 2) p, generate_series(0, 2000) n""");
        execute("""
                insert into consumed_position (topic, partition, next_offset, cluster)
                select ?1, p, 1000000, 'lost' from generate_series(0, 2) p on conflict (topic, partition)
                do update set next_offset = excluded.next_offset, cluster = excluded.cluster""");
        // When
        TopicWriter.write(Pebble.TOPIC, id.toString(), Pebble.TYPE, new byte[] {'{'});
        awaitOneMore();
        // Then
        assertThat(parked(id)).isEqualTo(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery(
                                "select count(*) from consumed_position where topic = ?1 and (cluster = 'lost' or next_offset > 999999)",
                                Long.class)
                        .setParameter(1, Pebble.TOPIC)
                        .getSingleResult()))
                .isZero();
        execute("delete from parked_record where topic = ?1 and cluster = 'lost'");
    }

    private void execute(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement)
                        .setParameter(1, Pebble.TOPIC)
                        .executeUpdate());
    }

    /** Waits for a record in each partition that was written after all the others. */
    private void awaitOneMore() {
        for (var partition = 0; partition < 3; partition++) {
            var id = UUID.randomUUID();
            TopicWriter.write(Pebble.TOPIC, partition, id.toString(), Pebble.TYPE, json(id, 1, 1));
            await().until(() -> weightOf(id) != null);
        }
    }

    private static void write(UUID id, int weight, long revision) {
        TopicWriter.write(Pebble.TOPIC, id.toString(), Pebble.TYPE, json(id, weight, revision));
    }

    private static byte[] json(UUID id, int weight, long revision) {
        return "{\"id\":\"%s\",\"weight\":%d,\"revision\":%d}"
                .formatted(id, weight, revision)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Integer weightOf(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> pebbles.weightOf(id));
    }

    private long parked(UUID key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long)
                        entities.createNativeQuery("select count(*) from parked_record where key = ?1", Long.class)
                                .setParameter(1, key.toString())
                                .getSingleResult());
    }
}
