package dev.lectern.schedule.timetable;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.UUID;

/** A break as people see it. Without a room it is in all of them; {@code description} is Markdown or null. */
public record BreakState(
        UUID id,
        String title,
        String description,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        int durationMinutes,
        String timeZone) {

    /** By start, then title. */
    public static final Comparator<BreakState> ORDER = Comparator.comparing(
                    (BreakState state) -> state.startsAt().toInstant())
            .thenComparing(BreakState::title)
            .thenComparing(BreakState::id);

    /** Whether it is the same, whatever its room is called. */
    public boolean isTheSameAs(BreakState other) {
        return withoutRoomsName().equals(other.withoutRoomsName());
    }

    private BreakState withoutRoomsName() {
        return room == null
                ? this
                : new BreakState(
                        id,
                        title,
                        description,
                        new RoomName(room.slug(), null),
                        startsAt,
                        endsAt,
                        durationMinutes,
                        timeZone);
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
