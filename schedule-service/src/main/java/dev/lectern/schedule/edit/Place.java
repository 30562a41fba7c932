package dev.lectern.schedule.edit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.StartTime;
import dev.lectern.schedule.timetable.TimeRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * Puts a contribution into a room, wherever it was before. {@code startsAt} as {@link StartTime} reads it; without
 * {@code durationMinutes} it takes as long as so far, else as the catalog says, else {@value Edit#DEFAULT_MINUTES}
 * minutes. Without {@code position} it keeps the one that it has in that room.
 */
public record Place(
        int contribution,

        @NotNull String room,

        @NotNull String startsAt,

        @Min(value = 1, message = "At least one minute")
        @Max(value = MOST_MINUTES, message = "At most a day, 1440 minutes")
        Integer durationMinutes,

        @JsonProperty(isRequired = OptBoolean.FALSE) @Min(value = 1, message = "Positions begin at 1")
        Integer position,

        @JsonProperty(isRequired = OptBoolean.FALSE) Boolean outsideDays)
        implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        var talk = edit.contribution(contribution, "/contribution");
        edit.requireAccepted(talk);
        var where = edit.room(room, "/room");
        var start = StartTime.read(startsAt, edit.timeZone(), "/startsAt");
        var slot = edit.slotOf(talk);
        if (!Boolean.TRUE.equals(outsideDays)) {
            edit.requireDay(slot, start);
        }
        edit.move(slot, where, TimeRange.of(start, minutes(edit, slot)), position(slot, where));
    }

    private int minutes(Edit edit, Slot slot) {
        return durationMinutes == null ? edit.minutes(slot) : durationMinutes;
    }

    private Integer position(Slot slot, Room where) {
        return position == null && slot.isIn(where) ? slot.position() : position;
    }

    @Override
    public Set<Integer> contributions() {
        return Set.of(contribution);
    }
}
