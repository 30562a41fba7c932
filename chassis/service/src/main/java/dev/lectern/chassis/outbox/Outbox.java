package dev.lectern.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a service puts the events of a transaction. */
@ApplicationScoped
public class Outbox {

    /** Wakes this process' relay once the transaction has committed. */
    record Appended() {}

    private record Row(String topic, String key, String type, byte[] payload, String traceParent) {}

    /** The events of a transaction that are still to be written, in their order. */
    private static final class Unwritten {

        private final List<Row> rows = new ArrayList<>();
        private int bytes;

        void add(Row row) {
            rows.add(row);
            bytes += row.payload().length;
        }

        void clear() {
            rows.clear();
            bytes = 0;
        }
    }

    private static final String INSERT =
            "insert into outbox (topic, key, type, payload, trace_parent) values (?, ?, ?, ?, ?)";

    private static final int MOST_BYTES = 1_000_000;
    private static final long GLANCE_MILLIS = 20;

    private final EntityManager entities;
    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Appended> appended;
    private final TraceParent trace;
    private final int maxPayload;

    Outbox(
            EntityManager entities,
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            Event<Appended> appended,
            TraceParent trace,
            @ConfigProperty(name = "lectern.outbox.max-payload") int maxPayload) {
        this.entities = entities;
        this.database = database;
        this.transaction = transaction;
        this.appended = appended;
        this.trace = trace;
        this.maxPayload = maxPayload;
    }

    /**
     * Adds an aggregate's whole public state to the current transaction, at most once per aggregate and transaction and
     * made from its final state. The caller holds the lock of the aggregate's row: that is what keeps the order. It is
     * written with the transaction's others, at the latest when that is about to be committed.
     *
     * @param type the CloudEvents type, {@code dev.lectern.<aggregate>.v1}
     * @throws Refused 422 {@code too-large-event} when the broker could not take it
     */
    @Transactional(TxType.MANDATORY)
    public void append(String topic, String type, UUID key, Object state) {
        var payload = serialise(state);
        if (payload.length > maxPayload) {
            throw CommonRefusal.TOO_LARGE_EVENT.because(
                    "It would be " + payload.length + " bytes; at most " + maxPayload + " are possible");
        }
        var unwritten = begun().orElseGet(this::begin);
        unwritten.add(new Row(topic, key.toString(), type, payload, trace.current()));
        if (unwritten.bytes >= MOST_BYTES) {
            write(unwritten);
        }
    }

    /** Writes what was appended: what is read from the database next may be about it, or undo what follows. */
    @Transactional(TxType.MANDATORY)
    public void flush() {
        begun().ifPresent(this::write);
    }

    /** Leaves out what was appended since the last flush, which a savepoint of then takes back. */
    @Transactional(TxType.MANDATORY)
    public void clear() {
        begun().ifPresent(Unwritten::clear);
    }

    /** What the transaction has told so far, if it has told anything. */
    private Optional<Unwritten> begun() {
        return Optional.ofNullable((Unwritten) transaction.getResource(Unwritten.class));
    }

    private Unwritten begin() {
        var unwritten = new Unwritten();
        transaction.putResource(Unwritten.class, unwritten);
        transaction.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                write(unwritten);
            }

            @Override
            public void afterCompletion(int status) {
                // The transaction has taken all of it, or nothing.
            }
        });
        appended.fire(new Appended());
        return unwritten;
    }

    /**
     * By the transaction's connection, but not the session's hold on it, which that has let go of when this is about to be
     * committed: it would take it once more, and the pool would warn that nobody gives it back.
     */
    private void write(Unwritten unwritten) {
        if (!unwritten.rows.isEmpty()) {
            try (var connection = database.getConnection()) {
                write(unwritten.rows, connection);
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
            unwritten.clear();
        }
    }

    private static void write(List<Row> rows, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var row : rows) {
                insert.setString(1, row.topic());
                insert.setString(2, row.key());
                insert.setString(3, row.type());
                insert.setBytes(4, row.payload());
                insert.setString(5, row.traceParent());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Forgets states that were not sent yet, mention this and have been followed by another one: consumers need only
     * that.
     */
    @Transactional(TxType.MANDATORY)
    public void forgetSuperseded(UUID mentioned) {
        flush();
        entities.createNativeQuery("""
                        delete from outbox where position(convert_to(?1, 'UTF8') in payload) > 0
                          and exists (select from outbox newer
                            where newer.topic = outbox.topic and newer.key = outbox.key and newer.id > outbox.id)""").setParameter(1, mentioned.toString()).executeUpdate();
    }

    /**
     * Waits, outside a transaction, until all that was committed before has been sent: then another service that is
     * asked to catch up will have it. Returns whether that was so in time.
     */
    public boolean awaitSent(Duration longest) throws InterruptedException {
        var last = QuarkusTransaction.requiringNew().call(this::last);
        var deadline = System.nanoTime() + longest.toNanos();
        while (QuarkusTransaction.requiringNew().call(this::first) <= last) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        return true;
    }

    /**
     * Waits, outside a transaction, until fewer than so many events are to be sent. Returns whether that was so in time;
     * as long as some are sent, there is time.
     */
    public boolean awaitShort(int most, Duration stall) throws InterruptedException {
        var first = 0L;
        var deadline = System.nanoTime() + stall.toNanos();
        while (QuarkusTransaction.requiringNew().call(() -> hasAsManyAs(most))) {
            var firstNow = QuarkusTransaction.requiringNew().call(this::first);
            if (firstNow > first) {
                first = firstNow;
                deadline = System.nanoTime() + stall.toNanos();
            } else if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        return true;
    }

    private boolean hasAsManyAs(int most) {
        return !entities.createNativeQuery("select id from outbox order by id offset ?1 limit 1")
                .setParameter(1, most - 1)
                .getResultList()
                .isEmpty();
    }

    private long last() {
        return ((Number) entities.createNativeQuery("select coalesce(max(id), 0) from outbox")
                        .getSingleResult())
                .longValue();
    }

    private long first() {
        return ((Number) entities.createNativeQuery("select coalesce(min(id), 9223372036854775807) from outbox")
                        .getSingleResult())
                .longValue();
    }

    private static byte[] serialise(Object state) {
        try {
            return EventJson.MAPPER.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's record cannot be written as JSON", e);
        }
    }
}
