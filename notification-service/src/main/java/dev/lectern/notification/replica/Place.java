package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;

/** Where and when an appearance is, which it says while it is SCHEDULED. */
record Place(SlotStatus status, Room room, OffsetDateTime startsAt, OffsetDateTime endsAt, String timeZone) {

    record Room(@JsonProperty(isRequired = OptBoolean.FALSE) String slug, String name) {}

    Place {
        Objects.requireNonNull(status, "status");
        ZoneId.of(timeZone);
        if (status == SlotStatus.SCHEDULED) {
            Objects.requireNonNull(room, "room");
            Objects.requireNonNull(startsAt, "startsAt");
            Objects.requireNonNull(endsAt, "endsAt");
        }
    }

    /** Where nothing is, whether or not that is public. */
    static Place none(SlotStatus status, String timeZone) {
        return new Place(status, null, null, null, timeZone);
    }

    /** What is left to be kept of it once its conference is deleted. */
    Place erased() {
        return none(SlotStatus.UNPUBLISHED, timeZone);
    }
}
