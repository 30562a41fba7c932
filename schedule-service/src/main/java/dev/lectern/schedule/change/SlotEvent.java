package dev.lectern.schedule.change;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A slot's whole public state. {@code events/slot.v1.schema.json} is the contract. */
record SlotEvent(
        UUID contributionId,
        long revision,
        UUID conferenceId,
        int number,
        SlotStatus status,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        int sequence,
        Instant changedAt,
        Announcement announced) {

    static final String TOPIC = "lectern.schedule.slot.v1";
    static final String TYPE = "dev.lectern.slot.v1";

    /** The event of what was emitted last. */
    static SlotEvent of(Slot slot) {
        var state = slot.told().orElseThrow();
        return new SlotEvent(
                slot.id(),
                slot.revision(),
                slot.conferenceId(),
                slot.number(),
                state.status(),
                state.room(),
                state.startsAt(),
                state.endsAt(),
                state.timeZone(),
                slot.sequence(),
                slot.changedAt(),
                slot.announced());
    }
}
