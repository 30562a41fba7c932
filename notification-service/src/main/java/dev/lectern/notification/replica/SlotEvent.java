package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.slot.v1} that are read here. A slot that is SCHEDULED says where and when. */
record SlotEvent(
        @JsonProperty("contributionId") UUID appearanceId,
        long revision,
        UUID conferenceId,
        @JsonUnwrapped Place place,
        int sequence,
        Instant changedAt,
        Announcement announced,
        @JsonProperty(isRequired = OptBoolean.FALSE) Integer changedTogether,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom,
        @JsonProperty(isRequired = OptBoolean.FALSE) Boolean hold) {

    SlotEvent {
        Objects.requireNonNull(appearanceId, "contributionId");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(changedAt, "changedAt");
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    /** Whether the change that made it altered others too. */
    boolean hasCompany() {
        return changedTogether != null;
    }

    /** Whether its mails are to be looked at before they are sent. */
    boolean isHeld() {
        return Boolean.TRUE.equals(hold);
    }

    /** What is left to be kept of it once its conference is deleted. */
    SlotEvent erased() {
        return new SlotEvent(
                appearanceId,
                revision,
                conferenceId,
                place.erased(),
                sequence,
                changedAt,
                Announcement.withoutWords(announced),
                changedTogether,
                revisionsFrom,
                hold);
    }
}
