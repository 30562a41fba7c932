package dev.lectern.chassis.events;

import dev.lectern.chassis.events.ParkedRecord.State;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The records that could not be applied, in the table {@code parked_record}. What they say leaves this class only to be
 * applied: it may be an address, and nobody knows what it is where it makes no sense.
 */
@ApplicationScoped
public class ParkedRecords {

    private static final String VIEW = """
            select id, topic, partition, record_offset, key, type, coalesce(octet_length(payload), 0) as size,
                   reason, parked_at
            from parked_record where\s""";

    record Parked(long id, ReceivedRecord record) {}

    private final EntityManager entities;
    private final KafkaCluster cluster;

    ParkedRecords(EntityManager entities, KafkaCluster cluster) {
        this.entities = entities;
        this.cluster = cluster;
    }

    /** Those that wait, as they were parked. */
    @Transactional
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    public Page<ParkedRecord> page(Integer pageSize, String pageToken) {
        var size = Page.size(pageSize);
        List<Tuple> rows = entities.createNativeQuery(VIEW + "id > ?1 order by id limit ?2", Tuple.class)
                .setParameter(1, Page.after(pageToken, 0))
                .setParameter(2, size + 1)
                .getResultList();
        return Page.of(rows, size, row -> row.get(0), row -> view(row, State.PARKED));
    }

    /** @throws Refused 404 where there is none, or none any more */
    @Transactional
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    ParkedRecord get(long id) {
        List<Tuple> rows = entities.createNativeQuery(VIEW + "id = ?1", Tuple.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> view(row, State.PARKED)).orElseThrow(ParkedRecords::gone);
    }

    /**
     * Gives up what a record said: this service misses it until a newer state comes, or the present one once more.
     *
     * @throws Refused 404 where there is none, or none any more
     */
    @Transactional
    public ParkedRecord discard(long id) {
        var record = get(id);
        if (!forget(id)) {
            throw gone();
        }
        return record.nowIn(State.DISCARDED);
    }

    /** Gives up what all of them said. */
    @Transactional
    public Discarded discardAll() {
        return new Discarded(
                entities.createNativeQuery("delete from parked_record").executeUpdate());
    }

    /** How many records were given up. */
    public record Discarded(long discarded) {}

    static Refused gone() {
        return Refused.notFound("There is no such parked record, or it has been applied or discarded meanwhile");
    }

    private static ParkedRecord view(Tuple row, State state) {
        return new ParkedRecord(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, Integer.class),
                row.get(3, Long.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Integer.class),
                row.get(7, String.class),
                row.get(8, Instant.class),
                state);
    }

    void park(ReceivedRecord record, String reason) {
        entities.createNativeQuery("""
                        insert into parked_record (topic, partition, record_offset, key, type, payload, reason, cluster)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict do nothing""")
                .setParameter(1, record.topic())
                .setParameter(2, record.partition())
                .setParameter(3, record.offset())
                .setParameter(4, printable(record.key()))
                .setParameter(5, printable(record.type()))
                .setParameter(6, record.payload())
                .setParameter(7, reason)
                .setParameter(8, cluster.id())
                .executeUpdate();
    }

    /** False where somebody else has, meanwhile. */
    boolean forget(long id) {
        return entities.createNativeQuery("delete from parked_record where id = ?1")
                        .setParameter(1, id)
                        .executeUpdate()
                == 1;
    }

    /** It was tried again, and stays for another reason than before, perhaps. */
    void keep(long id, String reason) {
        entities.createNativeQuery("update parked_record set reason = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, reason)
                .executeUpdate();
    }

    /** Forgets those that mention an aggregate which is deleted: nobody will make sense of them any more. */
    public void forgetAllAbout(UUID aggregate) {
        entities.createNativeQuery(
                        "delete from parked_record where key = ?1 or position(convert_to(?1, 'UTF8') in payload) > 0")
                .setParameter(1, aggregate.toString())
                .executeUpdate();
    }

    /** Of all that wait, as they were parked. */
    @Transactional
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    List<Long> ids() {
        return entities.createNativeQuery("select id from parked_record order by id", Long.class)
                .getResultList();
    }

    @Transactional
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    Optional<Parked> find(long id) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select topic, partition, record_offset, key, type, payload from parked_record where id = ?1",
                        Tuple.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Parked(
                        id,
                        new ReceivedRecord(
                                row.get(0, String.class),
                                row.get(1, Integer.class),
                                row.get(2, Long.class),
                                row.get(3, String.class),
                                row.get(4, String.class),
                                row.get(5, byte[].class))));
    }

    /**
     * A poison key is poison too: what PostgreSQL cannot keep as text is dropped here, the payload keeps every byte.
     */
    private static String printable(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
