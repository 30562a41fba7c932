package dev.lectern.notification.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lectern.chassis.events.EventJson;
import io.quarkus.hibernate.orm.panache.Panache;

/** Writes an event into its replica. The statement gets the event as one JSON document and takes its members out of that. */
final class Upsert {

    private Upsert() {}

    /** Whether the event was newer than what is stored. */
    static boolean run(String sql, Object event) {
        return Panache.getEntityManager()
                        .createNativeQuery(sql)
                        .setParameter("event", json(event))
                        .executeUpdate()
                > 0;
    }

    private static String json(Object event) {
        try {
            return EventJson.MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that was read cannot be written", e);
        }
    }
}
