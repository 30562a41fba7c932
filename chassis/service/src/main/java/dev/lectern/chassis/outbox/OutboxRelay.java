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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the outbox to Kafka. Every replica has one, but a lock in the database lets only one at a time select, send,
 * await the acknowledgements and delete, all in one transaction: what is not acknowledged stays and is sent again.
 */
@ApplicationScoped
public class OutboxRelay implements Loop.Work {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /**
     * Any number that no other lock of the database uses. A replica that finds it taken waits: its own rows may have
     * been committed after the holder looked. The plan is pinned because the table churns faster than its statistics.
     */
    private static final List<String> PREPARE = List.of(
            "set local enable_seqscan = off",
            "set local enable_sort = off",
            "set local enable_bitmapscan = off",
            "select pg_advisory_xact_lock(7067001)");

    private final AgroalDataSource database;
    private final EventProducer producer;
    private final Duration pollInterval;
    private final Loop loop = new Loop("outbox-relay", this);

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
        return relayBatch() < BATCH ? Rest.upTo(pollInterval) : Rest.NONE;
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
                var sent = relayBatch(connection);
                connection.commit();
                return sent;
            } catch (SQLException | ExecutionException | InterruptedException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private int relayBatch(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        prepare(connection);
        var events = oldest(connection);
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(events.size());
        for (var event : events) {
            var acknowledgement = producer.send(event);
            acknowledgements.add(acknowledgement);
            if (acknowledgement.isDone()) {
                // Without a broker each send fails slowly and at once: the first is enough.
                acknowledgement.get();
            }
        }
        for (var acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        delete(connection, events);
        return events.size();
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : PREPARE) {
                statement.execute(sql);
            }
        }
    }

    private static List<OutboxEvent> oldest(Connection connection) throws SQLException {
        var sql =
                "select id, topic, key, type, payload, trace_parent, created_at from outbox order by id limit " + BATCH;
        try (var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            var events = new ArrayList<OutboxEvent>();
            while (rows.next()) {
                events.add(OutboxEvent.read(rows));
            }
            return events;
        }
    }

    private static void delete(Connection connection, List<OutboxEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", events.stream().map(OutboxEvent::id).toArray()));
            delete.executeUpdate();
        }
    }
}
