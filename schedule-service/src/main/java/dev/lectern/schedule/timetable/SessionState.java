package dev.lectern.schedule.timetable;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A session as people decide it. {@code chairs} are presenters; which talks are in it, these say themselves. */
public record SessionState(
        UUID id,
        String title,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        int durationMinutes,
        String timeZone,
        List<UUID> chairs) {

    /** By start, then title. */
    public static final Comparator<SessionState> ORDER = Comparator.comparing(
                    (SessionState state) -> state.startsAt().toInstant())
            .thenComparing(SessionState::title)
            .thenComparing(SessionState::id);

    /** Whether it is the same, whatever its room is called. */
    public boolean isTheSameAs(SessionState other) {
        return withoutRoomsName().equals(other.withoutRoomsName());
    }

    private SessionState withoutRoomsName() {
        return new SessionState(
                id, title, new RoomName(room.slug(), null), startsAt, endsAt, durationMinutes, timeZone, chairs);
    }

    /**
     * When that was, on the clocks of a zone: one that is not of that zone is read anew, as a change of zones would
     * have it.
     */
    public TimeRange when(ZoneId zone) {
        return zone.getId().equals(timeZone)
                ? new TimeRange(startsAt.toInstant(), endsAt.toInstant())
                : TimeRange.of(startsAt.toLocalDateTime().atZone(zone).toInstant(), durationMinutes);
    }
}
