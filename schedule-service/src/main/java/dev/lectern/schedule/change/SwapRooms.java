package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.StartTime;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** Lets all talks of two rooms that start from one time up to, not including, another change rooms. */
public record SwapRooms(
        @NotNull(message = "Which room?") String room,
        @NotNull(message = "With which room?") String with,
        @NotNull(message = "From when on?") String from,
        @NotNull(message = "Until when?") String until)
        implements Wish {

    @Override
    public void apply(Edit edit) {
        var one = edit.room(room, "/room");
        var other = edit.room(with, "/with");
        if (one.id().equals(other.id())) {
            throw Refused.invalid(Fault.at("/with", "That is the same room"));
        }
        var start = StartTime.read(from, edit.timeZone(), "/from");
        var end = StartTime.read(until, edit.timeZone(), "/until");
        for (var slot : edit.startingFrom(start, Optional.of(end))) {
            if (slot.isIn(one)) {
                move(edit, slot, other);
            } else if (slot.isIn(other)) {
                move(edit, slot, one);
            }
        }
    }

    private static void move(Edit edit, Slot slot, Room where) {
        edit.attempt(() -> edit.move(slot, where, slot.when(), slot.position()));
    }
}
