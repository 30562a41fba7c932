package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** Where and when a talk is; {@code position} is null where its room has none, {@code session} where it is in none. */
public record Spot(
        @JsonUnwrapped TimeAndPlace place, int durationMinutes, Integer position, boolean pinned, UUID session) {

    /** A place that nobody has taken yet. */
    public static Spot free(TimeAndPlace place) {
        return new Spot(place, place.minutes(), null, false, null);
    }

    Spot withoutRoomsName() {
        return new Spot(place.withoutRoomsName(), durationMinutes, position, pinned, session);
    }
}
