package dev.lectern.catalog.audience;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.slot.v1} that are read here. */
record SlotEvent(UUID contributionId, long revision, UUID conferenceId, String status, Room room) {

    record Room(@JsonProperty(isRequired = OptBoolean.FALSE) String slug) {}

    SlotEvent {
        Objects.requireNonNull(contributionId, "contributionId");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(status, "status");
    }

    static final String NOWHERE = "UNSCHEDULED";

    static boolean isScheduled(String status) {
        return status.equals("SCHEDULED");
    }

    /** Null where there is none. */
    static String slug(Room room) {
        return room == null ? null : room.slug();
    }

    static SlotEvent gone(Placement.Row known) {
        return new SlotEvent(known.id(), known.revision(), known.conferenceId(), NOWHERE, null);
    }

    Placement.Row placement() {
        return new Placement.Row(
                contributionId, conferenceId, revision, isScheduled(status), slug(room), null, List.of());
    }
}
