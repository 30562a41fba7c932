package dev.lectern.schedule.change;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
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
        Announcement announced,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        Integer changedTogether,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        Boolean hold) {

    static final String TOPIC = "lectern.schedule.slot.v1";
    static final String TYPE = "dev.lectern.slot.v1";

    /**
     * The event of what was emitted last.
     *
     * @param changedTogether null for one alone
     * @param hold whether the mails about it wait for somebody to look at them first
     */
    static SlotEvent of(Slot slot, Integer changedTogether, boolean hold) {
        return new SlotEvent(
                slot.id(),
                slot.revision(),
                slot.conferenceId(),
                slot.number(),
                slot.told().orElseThrow(),
                slot.sequence(),
                slot.changedAt(),
                slot.announced(),
                changedTogether,
                hold ? true : null);
    }
}
