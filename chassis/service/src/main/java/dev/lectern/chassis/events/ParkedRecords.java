package dev.lectern.chassis.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The records that could not be applied, in the table {@code parked_record}. */
@ApplicationScoped
public class ParkedRecords {

    private final EntityManager entities;
    private final KafkaCluster cluster;

    ParkedRecords(EntityManager entities, KafkaCluster cluster) {
        this.entities = entities;
        this.cluster = cluster;
    }

    record Parked(long id, ReceivedRecord record) {}

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

    void forget(Parked parked) {
        entities.createNativeQuery("delete from parked_record where id = ?1")
                .setParameter(1, parked.id())
                .executeUpdate();
    }

    /** Forgets those that mention an aggregate which is deleted: nobody will make sense of them any more. */
    public void forgetAllAbout(UUID aggregate) {
        entities.createNativeQuery(
                        "delete from parked_record where key = ?1 or position(convert_to(?1, 'UTF8') in payload) > 0")
                .setParameter(1, aggregate.toString())
                .executeUpdate();
    }

    @Transactional
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    List<Parked> all() {
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, topic, partition, record_offset, key, type, payload from parked_record order by id",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new Parked(
                        row.get(0, Long.class),
                        new ReceivedRecord(
                                row.get(1, String.class),
                                row.get(2, Integer.class),
                                row.get(3, Long.class),
                                row.get(4, String.class),
                                row.get(5, String.class),
                                row.get(6, byte[].class))))
                .toList();
    }

    /**
     * A poison key is poison too: what PostgreSQL cannot keep as text is dropped here, the payload keeps every byte.
     */
    private static String printable(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
