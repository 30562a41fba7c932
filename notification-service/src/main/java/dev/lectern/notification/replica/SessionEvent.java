package dev.lectern.notification.replica;

import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The members of {@code dev.lectern.session.v1} that are read here. To its chairs a session is what a talk is to its presenters, and is kept
 * as one: as a contribution without a number, and its slot.
 */
record SessionEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String title,
        SlotStatus status,
        SlotEvent.Room room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        List<UUID> chairs,
        int sequence,
        Instant changedAt,
        Announcement announced) {

    /** The names of chairs come with their own events. */
    private static final String UNNAMED = "";

    SessionEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(changedAt, "changedAt");
        title = Objects.requireNonNullElse(title, "");
        chairs = chairs == null ? List.of() : List.copyOf(chairs);
    }

    /** One that is removed from the schedule goes on as a contribution without a place, and may come back. */
    ContributionEvent contribution() {
        return new ContributionEvent(
                id,
                revision,
                deleted && status == SlotStatus.UNPUBLISHED,
                conferenceId,
                null,
                title,
                "",
                null,
                null,
                ContributionEvent.State.ACCEPTED,
                chairs.stream().map(chair -> new Listed(chair, UNNAMED)).toList(),
                changedAt,
                announced);
    }

    SlotEvent slot() {
        return new SlotEvent(
                id, revision, conferenceId, status, room, startsAt, endsAt, timeZone, sequence, changedAt, announced);
    }
}
