package dev.lectern.catalog.audience;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.session.v1} that are read here. */
record SessionEvent(
        UUID id,
        long revision,
        UUID conferenceId,
        String title,
        String status,
        SlotEvent.Room room,
        List<UUID> chairs) {

    SessionEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(status, "status");
        title = Objects.requireNonNullElse(title, "");
        chairs = chairs == null ? List.of() : List.copyOf(chairs);
    }

    static SessionEvent gone(Placement.Row known) {
        return new SessionEvent(
                known.id(),
                known.revision(),
                known.conferenceId(),
                known.sessionTitle(),
                SlotEvent.NOWHERE,
                null,
                known.chairs());
    }

    Placement.Row placement() {
        return new Placement.Row(
                id, conferenceId, revision, SlotEvent.isScheduled(status), SlotEvent.slug(room), title, chairs);
    }
}
