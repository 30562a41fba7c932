package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A session as people decide it. {@code chairs} are presenters; which talks are in it, these say themselves. */
public record SessionState(
        UUID id,
        String title,
        @JsonUnwrapped TimeAndPlace place,
        int durationMinutes,
        String timeZone,
        List<UUID> chairs) {

    /** By start, then title. */
    public static final Comparator<SessionState> ORDER = Comparator.comparing(
                    (SessionState state) -> state.place().startsAt().toInstant())
            .thenComparing(SessionState::title)
            .thenComparing(SessionState::id);

    /** Whether it is the same, whatever its room is called. */
    public boolean isTheSameAs(SessionState other) {
        return withoutRoomsName().equals(other.withoutRoomsName());
    }

    private SessionState withoutRoomsName() {
        return new SessionState(id, title, place.withoutRoomsName(), durationMinutes, timeZone, chairs);
    }

    /** When that was, on the clocks of a zone. */
    public TimeRange when(ZoneId zone) {
        return place.when(timeZone, zone);
    }
}
