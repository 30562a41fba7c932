package dev.lectern.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.sample.Pebble;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class OutboxTest {

    private static final String TOPIC = "stones";

    @Inject
    Outbox outbox;

    @Inject
    RevisionBase base;

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Test
    void anEventIsSentAfterItsTransactionAsABinaryCloudEvent() {
        var id = UUID.randomUUID();

        QuarkusTransaction.requiringNew().run(() -> append(id, 1));

        var event = TopicReader.of(TOPIC).awaitRecords(id, 1).get(0);
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"" + id + "\",\"weight\":1,\"revision\":1}");
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_type")).isEqualTo(Pebble.TYPE);
        assertThat(header(event, "ce_source")).isEqualTo("/lectern/pebbles");
        assertThat(header(event, "ce_subject")).isEqualTo(id.toString());
        assertThat(header(event, "ce_id")).matches("[0-9]+");
        assertThat(header(event, "ce_time")).isNotBlank();
        assertThat(header(event, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(header(event, "content-type")).isEqualTo("application/json");
        await().until(this::outboxIsEmpty);
    }

    @Test
    void whatIsSentAfterARestoreIsNewerThanAllThatWasEverSent() {
        var id = UUID.randomUUID();
        try {
            var first = QuarkusTransaction.requiringNew().call(base::raise);
            var second = QuarkusTransaction.requiringNew().call(base::raise);

            QuarkusTransaction.requiringNew().run(() -> append(id, 1));

            assertThat(first).isBetween(1_700_000_000_000_000L, 1L << 53);
            assertThat(second).isGreaterThan(first);
            var event = TopicReader.of(TOPIC).awaitRecords(id, 1).get(0);
            assertThat(new String(event.value(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "{\"id\":\"%s\",\"weight\":1,\"revision\":%d,\"revisionsFrom\":%d}",
                            id, second + 1, second);
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery("update revision_base set base = 0")
                            .executeUpdate());
        }
    }

    @Test
    void theEventsOfAKeyKeepTheirOrder() {
        var id = UUID.randomUUID();

        IntStream.rangeClosed(1, 1200)
                .forEach(revision -> QuarkusTransaction.requiringNew().run(() -> append(id, revision)));

        var revisions = TopicReader.of(TOPIC).awaitRecords(id, 1200).stream()
                .map(record -> Integer.valueOf(
                        new String(record.value(), StandardCharsets.UTF_8).replaceAll(".*\"revision\":(\\d+).*", "$1")))
                .toList();
        assertThat(revisions).isSorted().hasSize(1200);
    }

    @Test
    void whatARelaySendsLateComesBeforeWhatItsSuccessorSends() throws Exception {
        await().until(this::outboxIsEmpty);
        var id = UUID.randomUUID();
        try (var late = lateProducer()) {
            QuarkusTransaction.requiringNew()
                    .call(() -> entities.createNativeQuery(
                                    "select setval('relay_turn', last_value + 1) from relay_turn")
                            .getSingleResult());
            var sent = late.send(new ProducerRecord<>(TOPIC, id.toString(), "late"));
            QuarkusTransaction.requiringNew().run(() -> append(id, 2));

            assertThat(TopicReader.of(TOPIC).awaitRecords(id, 2))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo("late"),
                            second -> assertThat(second).contains("\"revision\":2"));
            assertThat(sent).isDone();
        }
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        var rolledBack = UUID.randomUUID();
        var committed = UUID.randomUUID();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    append(rolledBack, 1);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        QuarkusTransaction.requiringNew().run(() -> append(committed, 1));

        var reader = TopicReader.of(TOPIC);
        reader.awaitRecords(committed, 1);
        assertThat(reader.records(rolledBack)).isEmpty();
    }

    @Test
    void theEventsOfOneTransactionKeepTheirOrderHoweverManyTheyAre() {
        var ids = IntStream.range(0, 3).mapToObj(any -> UUID.randomUUID()).toList();

        QuarkusTransaction.requiringNew()
                .run(() -> ids.forEach(id -> outbox.append(TOPIC, Pebble.TYPE, id, "x".repeat(600_000))));

        var reader = TopicReader.of(TOPIC);
        var sent = ids.stream()
                .map(id -> reader.awaitRecords(id, 1).get(0))
                .map(event -> Integer.valueOf(header(event, "ce_id")))
                .toList();
        assertThat(sent).isSorted();
    }

    @Test
    void whatASavepointTakesBackIsNeverSent() {
        var before = UUID.randomUUID();
        var takenBack = UUID.randomUUID();
        var after = UUID.randomUUID();

        QuarkusTransaction.requiringNew().run(() -> {
            append(before, 1);
            outbox.flush();
            execute("savepoint here");
            append(takenBack, 1);
            outbox.clear();
            execute("rollback to savepoint here");
            append(after, 1);
        });

        var reader = TopicReader.of(TOPIC);
        reader.awaitRecords(before, 1);
        reader.awaitRecords(after, 1);
        assertThat(reader.records(takenBack)).isEmpty();
    }

    /** Else the pool warns of each transaction. */
    @Test
    void theSessionHasGivenItsConnectionBackWhenItsTransactionIsCommitted() {
        var id = UUID.randomUUID();
        var isConnected = new AtomicBoolean(true);

        QuarkusTransaction.requiringNew().run(() -> {
            var session = entities.unwrap(SharedSessionContractImplementor.class);
            entities.createNativeQuery("select 1").getSingleResult();
            append(id, 1);
            transaction.registerInterposedSynchronization(new Synchronization() {

                @Override
                public void beforeCompletion() {
                    isConnected.set(
                            session.getJdbcCoordinator().getLogicalConnection().isPhysicallyConnected());
                }

                @Override
                public void afterCompletion(int status) {
                    // All that matters is over.
                }
            });
        });

        assertThat(isConnected).isFalse();
        TopicReader.of(TOPIC).awaitRecords(id, 1);
    }

    @Test
    void whatTheBrokerCouldNotTakeIsRefusedAtOnce() {
        var refusal = catchThrowable(() -> QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(TOPIC, Pebble.TYPE, UUID.randomUUID(), "x".repeat(900_001))));

        assertThat(refusal).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.kind()).isEqualTo(CommonRefusal.TOO_LARGE_EVENT);
        });
    }

    @Test
    void whoeverWouldMakeItLongWaitsUntilItIsShort() throws Exception {
        await().until(this::outboxIsEmpty);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The relay's own lock: as long as the test has it, nothing is sent.
            statement.execute("select pg_advisory_xact_lock(7067001)");
            IntStream.rangeClosed(1, 3)
                    .forEach(revision ->
                            QuarkusTransaction.requiringNew().run(() -> append(UUID.randomUUID(), revision)));

            assertThat(outbox.awaitShort(4, Duration.ZERO)).isTrue();
            assertThat(outbox.awaitShort(3, Duration.ZERO)).isFalse();
            connection.rollback();
        }
        assertThat(outbox.awaitShort(1, Duration.ofSeconds(30))).isTrue();
        assertThat(outboxIsEmpty()).isTrue();
    }

    /** It keeps what it is given for three seconds, as one does that the broker does not answer. */
    private static KafkaProducer<String, String> lateProducer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                        "linger.ms",
                        3_000),
                new StringSerializer(),
                new StringSerializer());
    }

    private void execute(String statement) {
        entities.createNativeQuery(statement).executeUpdate();
    }

    private void append(UUID id, int revision) {
        outbox.append(TOPIC, Pebble.TYPE, id, new Pebble(id, 1, revision));
    }

    private boolean outboxIsEmpty() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select id from outbox")
                        .getResultList()
                        .isEmpty());
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
