package dev.lectern.chassis.events;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record that could not be applied, for whoever operates the service. Its payload is not shown: it may hold an
 * address, and where it makes no sense nobody knows what it holds.
 *
 * @param offset in its partition of its topic, where Kafka has it
 * @param type its CloudEvents type, null where it had none
 * @param payloadBytes how long the payload is
 * @param reason the constraint that refused it, or the kind of error, at the last try
 */
public record ParkedRecord(
        long id,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        int payloadBytes,
        String reason,
        Instant parkedAt,
        State state) {

    @Schema(name = "ParkedRecordState")
    public enum State {
        PARKED,
        APPLIED,
        DISCARDED
    }

    ParkedRecord nowIn(State now) {
        return new ParkedRecord(id, topic, partition, offset, key, type, payloadBytes, reason, parkedAt, now);
    }
}
