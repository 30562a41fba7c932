package dev.lectern.schedule.edit;

import dev.lectern.chassis.text.Lines;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.StartTime;
import dev.lectern.schedule.timetable.TimeRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Adds a break, or changes the one with the id. In a room it takes that; without a room it is in all of them, and only
 * warns.
 */
public record SetBreak(
        UUID id,

        @NotBlank(message = "A break has a title") @Size(max = 200, message = "At most 200 characters")
        String title,

        String room,

        @NotNull String startsAt,

        @Min(value = 1, message = "At least one minute")
        @Max(value = MOST_MINUTES, message = "At most a day, 1440 minutes")
        int durationMinutes,

        @Lines @Size(max = 2000, message = "At most 2000 characters")
        String description)
        implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        var where = room == null ? null : edit.room(room, "/room");
        var start = StartTime.read(startsAt, edit.timeZone(), "/startsAt");
        var pause = id == null ? new Break(edit.conference().id(), UUID.randomUUID()) : edit.pause(id, "/id");
        pause.describe(title.strip(), description);
        edit.requireDay(pause, start);
        edit.move(pause, where, TimeRange.of(start, durationMinutes), null);
        if (id == null) {
            edit.add(pause);
        }
    }
}
