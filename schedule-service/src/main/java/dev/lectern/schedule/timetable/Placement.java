package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** All of a slot that people decide, as the history keeps it: what others can see, the place within the room,
 * whether it is pinned, and the session that it is in. */
public record Placement(
        SlotStatus status,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        @JsonProperty(isRequired = OptBoolean.FALSE) Integer position,
        @JsonProperty(isRequired = OptBoolean.FALSE) Boolean pinned,
        @JsonProperty(isRequired = OptBoolean.FALSE) UUID session) {

    public Placement {
        pinned = Boolean.TRUE.equals(pinned);
    }

    static Placement of(SlotState state, Integer position, boolean pinned, UUID session) {
        return new Placement(
                state.status(),
                state.room(),
                state.startsAt(),
                state.endsAt(),
                state.timeZone(),
                position,
                pinned,
                session);
    }

    public SlotState state() {
        return new SlotState(status, room, startsAt, endsAt, timeZone);
    }

    /** Empty when it was not placed. */
    public Optional<Spot> spot() {
        return status == SlotStatus.SCHEDULED
                ? Optional.of(new Spot(room, startsAt, endsAt, minutes(), position, pinned, session))
                : Optional.empty();
    }

    /**
     * When that was, on the clocks of a zone: one that is not of that zone is read anew, as a change of zones would
     * have it.
     */
    public TimeRange when(ZoneId zone) {
        return zone.getId().equals(timeZone)
                ? new TimeRange(startsAt.toInstant(), endsAt.toInstant())
                : TimeRange.of(startsAt.toLocalDateTime().atZone(zone).toInstant(), minutes());
    }

    /** Whether it is the same place at the same time, whatever its room is called. */
    public boolean isTheSamePlaceAs(Placement other) {
        return spot().map(Placement::withoutName).equals(other.spot().map(Placement::withoutName));
    }

    private static Spot withoutName(Spot spot) {
        return new Spot(
                new RoomName(spot.room().slug(), null),
                spot.startsAt(),
                spot.endsAt(),
                spot.durationMinutes(),
                spot.position(),
                spot.pinned(),
                spot.session());
    }

    private int minutes() {
        return new TimeRange(startsAt.toInstant(), endsAt.toInstant()).minutes();
    }
}
