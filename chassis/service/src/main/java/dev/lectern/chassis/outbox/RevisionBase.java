package dev.lectern.chassis.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.events.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * On top of what the revisions of this service are told to others. Here they are what they always were; but others
 * may know higher ones, from before its database was restored, and must take what it says now.
 */
@ApplicationScoped
public class RevisionBase {

    private static final String REVISION = "revision";

    private final EntityManager entities;

    RevisionBase(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Raises it above all revisions that were ever told: to the microseconds since 1970, which rise faster than any
     * revision, and which a number of JSON holds until 2255. What is sent once this is committed is counted so.
     */
    @Transactional(TxType.MANDATORY)
    public long raise() {
        return ((Number) entities.createNativeQuery("""
                        update revision_base
                        set base = greatest(base + 1, cast(extract(epoch from clock_timestamp()) * 1000000 as bigint))
                        returning base""", Long.class).getSingleResult()).longValue();
    }

    /** A payload with its revisions on top of a base, which it names so that they can be told apart; the same for 0. */
    static byte[] raised(byte[] payload, long base) {
        if (base == 0) {
            return payload;
        }
        try {
            var state = (ObjectNode) EventJson.MAPPER.readTree(payload);
            raise(state, base);
            if (state.path("announced") instanceof ObjectNode announced) {
                raise(announced, base);
            }
            return EventJson.MAPPER.writeValueAsBytes(state.put("revisionsFrom", base));
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox has what is no JSON", e);
        }
    }

    private static void raise(ObjectNode counted, long base) {
        if (counted.has(REVISION)) {
            counted.put(REVISION, base + counted.get(REVISION).asLong());
        }
    }
}
