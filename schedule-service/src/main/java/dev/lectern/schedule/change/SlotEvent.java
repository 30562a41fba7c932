package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotState;
import java.time.Instant;
import java.util.UUID;

/** A slot's whole public state. {@code events/slot.v1.schema.json} is the contract. */
record SlotEvent(
        UUID contributionId,
        long revision,
        UUID conferenceId,
        int number,
        @JsonUnwrapped SlotState state,
        int sequence,
        Instant changedAt,
        Announcement announced) {

    static final String TOPIC = "lectern.schedule.slot.v1";
    static final String TYPE = "dev.lectern.slot.v1";

    /** The event of what was emitted last. */
    static SlotEvent of(Slot slot) {
        return new SlotEvent(
                slot.id(),
                slot.revision(),
                slot.conferenceId(),
                slot.number(),
                slot.told().orElseThrow(),
                slot.sequence(),
                slot.changedAt(),
                slot.announced());
    }
}
