package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.StartTime;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * Lets all talks, breaks and sessions of two rooms that start from one time up to, not including, another change rooms.
 * A session takes along what is in it.
 */
public record SwapRooms(
        @NotNull String room,
        @NotNull String with,
        @NotNull String from,
        @NotNull String until) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        var one = edit.room(room, "/room");
        var other = edit.room(with, "/with");
        if (one.id().equals(other.id())) {
            throw Refused.invalid(Fault.at("/with", "That is the same room"));
        }
        var start = StartTime.read(from, edit.timeZone(), "/from");
        var end = StartTime.read(until, edit.timeZone(), "/until");
        var found = edit.startingFrom(start, Optional.of(end)).stream()
                .filter(booking -> booking.isIn(one) || booking.isIn(other));
        for (var booking : Contents.with(edit, found)) {
            if (booking.isIn(one)) {
                move(edit, booking, other);
            } else {
                move(edit, booking, one);
            }
        }
    }

    private static void move(Edit edit, Booking booking, Room where) {
        edit.attempt(() -> edit.move(booking, where, booking.when(), booking.position()));
    }
}
