package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.UUID;

/** A break as people see it. Without a room it is in all of them; {@code description} is Markdown or null. */
public record BreakState(
        UUID id,
        String title,
        String description,
        @JsonUnwrapped TimeAndPlace place,
        int durationMinutes,
        String timeZone) {

    /** By start, then title. */
    public static final Comparator<BreakState> ORDER = Comparator.comparing(
                    (BreakState state) -> state.place().startsAt().toInstant())
            .thenComparing(BreakState::title)
            .thenComparing(BreakState::id);

    /** Whether it is the same, whatever its room is called. */
    public boolean isTheSameAs(BreakState other) {
        return withoutRoomsName().equals(other.withoutRoomsName());
    }

    private BreakState withoutRoomsName() {
        return new BreakState(id, title, description, place.withoutRoomsName(), durationMinutes, timeZone);
    }

    /** When that was, on the clocks of a zone. */
    public TimeRange when(ZoneId zone) {
        return place.when(timeZone, zone);
    }
}
