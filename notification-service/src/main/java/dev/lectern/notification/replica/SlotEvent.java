package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.slot.v1} that are read here. A slot that is SCHEDULED says where and when. */
record SlotEvent(
        @JsonProperty("contributionId") UUID appearanceId,
        long revision,
        UUID conferenceId,
        SlotStatus status,
        Room room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        int sequence,
        Instant changedAt,
        Announcement announced) {

    record Room(@JsonProperty(isRequired = OptBoolean.FALSE) String slug, String name) {}

    SlotEvent {
        Objects.requireNonNull(appearanceId, "contributionId");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(changedAt, "changedAt");
        ZoneId.of(timeZone);
        if (status == SlotStatus.SCHEDULED) {
            Objects.requireNonNull(room, "room");
            Objects.requireNonNull(startsAt, "startsAt");
            Objects.requireNonNull(endsAt, "endsAt");
        }
    }

    /** What is left to be kept of it once its conference is deleted. */
    SlotEvent erased() {
        return new SlotEvent(
                appearanceId,
                revision,
                conferenceId,
                SlotStatus.UNPUBLISHED,
                null,
                null,
                null,
                timeZone,
                sequence,
                changedAt,
                Announcement.withoutWords(announced));
    }
}
