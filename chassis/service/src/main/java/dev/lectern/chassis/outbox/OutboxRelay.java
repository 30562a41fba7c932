package dev.lectern.chassis.outbox;

import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the outbox to Kafka. Every replica has one, but a lock in the database lets only one at a time select, send,
 * await the acknowledgements and delete, all in one transaction: what is not acknowledged stays and is sent again. A lock
 * does not outlive its connection, while a producer's patience may, so whoever follows on a relay that did not end waits.
 */
@ApplicationScoped
public class OutboxRelay implements Loop.Work {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /**
     * After events that follow on others without a pause, so that under load those of many transactions are one batch,
     * for the broker and for all who read it. Whoever waits for one edit's effect before the next never meets it.
     */
    private static final Duration BREATH = Duration.ofMillis(50);

    private static final Duration PAUSE = Duration.ofMillis(10);

    /**
     * Any number that no other lock of the database uses. A replica that finds it taken waits: its own rows may have
     * been committed after the holder looked. The plan is pinned because the table churns faster than its statistics.
     */
    private static final String PREPARE = """
            select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true),
                set_config('enable_bitmapscan', 'off', true), pg_advisory_xact_lock(7067001)""";

    private final AgroalDataSource database;
    private final EventProducer producer;
    private final Duration pollInterval;
    private final Loop loop = new Loop("outbox-relay", this);

    /** When its last rest after some events was over, as {@link System#nanoTime} counts. */
    private long ready = System.nanoTime() - PAUSE.toNanos();

    /** The last one that this relay began, with nothing of earlier ones on its way. */
    private long ownTurn;

    OutboxRelay(
            AgroalDataSource database,
            EventProducer producer,
            @ConfigProperty(name = "lectern.outbox.poll-interval") Duration pollInterval) {
        this.database = database;
        this.producer = producer;
        this.pollInterval = pollInterval;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        loop.stop(FAREWELL);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Appended appended) {
        loop.wake();
    }

    @Override
    public Rest step() throws SQLException, ExecutionException, InterruptedException {
        var idle = System.nanoTime() - ready;
        var sent = relayBatch();
        if (sent == 0) {
            return Rest.upTo(pollInterval);
        }
        var breath = sent < BATCH && idle < PAUSE.toNanos() ? BREATH : Duration.ZERO;
        ready = System.nanoTime() + breath.toNanos();
        return Rest.allOf(breath);
    }

    @Override
    public Rest failed(Throwable failure) {
        LOG.warnf(
                "events wait in the outbox error=%s message=%s",
                failure.getClass().getSimpleName(), failure.getMessage());
        return Rest.allOf(REST_AFTER_FAILURE);
    }

    /** Relays up to one batch and says how many events it had. */
    private int relayBatch() throws SQLException, ExecutionException, InterruptedException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                prepare(connection);
                var events = oldest(connection);
                if (!events.isEmpty()) {
                    relay(connection, events);
                }
                connection.commit();
                return events.size();
            } catch (SQLException | ExecutionException | InterruptedException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void relay(Connection connection, List<OutboxEvent> events)
            throws SQLException, ExecutionException, InterruptedException {
        var turn = beginTurn(connection);
        var failures = send(events);
        var sent = (int) failures.stream().takeWhile(Optional::isEmpty).count();
        endTurn(connection, turn, events.subList(0, sent));
        if (sent < failures.size()) {
            connection.commit();
            throw failures.get(sent).orElseThrow();
        }
    }

    /**
     * Takes the next number. Where the one before has not ended, its relay may have lost the lock with its connection
     * while the broker kept it waiting: its events must not come behind newer ones, so they are given the time that they
     * have.
     */
    private long beginTurn(Connection connection) throws SQLException, InterruptedException {
        // Unlike nextval, which may leave numbers out after a crash of the database.
        var sql = "select setval('relay_turn', last_value + 1), ended_turn from relay_turn, relay";
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            var turn = row.getLong(1);
            if (turn - 1 != row.getLong(2) && turn - 1 != ownTurn) {
                LOG.infof("another relay may still be sending waitMillis=%d", EventProducer.LONGEST.toMillis());
                TimeUnit.MILLISECONDS.sleep(EventProducer.LONGEST.toMillis());
            }
            ownTurn = turn;
            return turn;
        }
    }

    /** Returns when none is on its way any more, with the failure of each, in order and up to one that fails at once. */
    private List<Optional<ExecutionException>> send(List<OutboxEvent> events) throws InterruptedException {
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(events.size());
        for (var event : events) {
            var acknowledgement = producer.send(event);
            acknowledgements.add(acknowledgement);
            // Without a broker each send fails slowly and at once: the first is enough.
            if (acknowledgement.isDone() && failure(acknowledgement).isPresent()) {
                break;
            }
        }
        var failures = new ArrayList<Optional<ExecutionException>>(acknowledgements.size());
        for (var acknowledgement : acknowledgements) {
            failures.add(failure(acknowledgement));
        }
        return failures;
    }

    private static Optional<ExecutionException> failure(Future<RecordMetadata> acknowledgement)
            throws InterruptedException {
        try {
            acknowledgement.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(PREPARE);
        }
    }

    private static List<OutboxEvent> oldest(Connection connection) throws SQLException {
        var sql = """
                select id, topic, key, type, payload, trace_parent, created_at, (select base from revision_base) as base
                from outbox order by id limit\s""" + BATCH;
        try (var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            var events = new ArrayList<OutboxEvent>();
            while (rows.next()) {
                events.add(OutboxEvent.read(rows));
            }
            return events;
        }
    }

    private static void endTurn(Connection connection, long turn, List<OutboxEvent> sent) throws SQLException {
        try (var update = connection.prepareStatement(
                "with sent as (delete from outbox where id = any (?)) update relay set ended_turn = ?")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(OutboxEvent::id).toArray()));
            update.setLong(2, turn);
            update.executeUpdate();
        }
    }
}
