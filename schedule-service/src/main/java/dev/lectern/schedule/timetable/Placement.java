package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * All of a slot that people decide, as the history keeps it: what others can see, the place within the room, whether it
 * is pinned, and the session that it is in.
 */
public record Placement(
        @JsonUnwrapped SlotState state,
        @JsonProperty(isRequired = OptBoolean.FALSE) Integer position,
        @JsonProperty(isRequired = OptBoolean.FALSE) Boolean pinned,
        @JsonProperty(isRequired = OptBoolean.FALSE) UUID session) {

    public Placement {
        pinned = Boolean.TRUE.equals(pinned);
    }

    /** Empty when it was not placed. */
    public Optional<Spot> spot() {
        return state.status() == SlotStatus.SCHEDULED ? Optional.of(spot(state.place())) : Optional.empty();
    }

    private Spot spot(TimeAndPlace place) {
        return new Spot(place, place.minutes(), position, pinned, session);
    }

    /** When that was, on the clocks of a zone. */
    public TimeRange when(ZoneId zone) {
        return state.place().when(state.timeZone(), zone);
    }

    /** Whether it is the same place at the same time, whatever its room is called. */
    public boolean isTheSamePlaceAs(Placement other) {
        return spot().map(Spot::withoutRoomsName).equals(other.spot().map(Spot::withoutRoomsName));
    }
}
