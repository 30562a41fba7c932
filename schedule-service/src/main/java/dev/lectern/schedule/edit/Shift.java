package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.StartTime;
import dev.lectern.schedule.timetable.TimeRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves all talks, breaks and sessions that start from one time on, up to, not including, another if there is one, by
 * so many minutes: earlier where they are negative. A session takes along what is in it. Without a room it is all
 * rooms.
 */
public record Shift(
        String room,

        @NotNull String from,

        String until,

        @Min(value = -MOST_MINUTES, message = "At most a day, 1440 minutes")
        @Max(value = MOST_MINUTES, message = "At most a day, 1440 minutes")
        int minutes)
        implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        if (minutes == 0) {
            throw Refused.invalid(Fault.at("/minutes", "By how many minutes?"));
        }
        var where = Optional.ofNullable(room).map(slug -> edit.room(slug, "/room"));
        var start = StartTime.read(from, edit.timeZone(), "/from");
        var end = Optional.ofNullable(until).map(text -> StartTime.read(text, edit.timeZone(), "/until"));
        var found = edit.startingFrom(start, end).stream()
                .filter(booking -> where.map(booking::isIn).orElse(true));
        Contents.with(edit, found).forEach(booking -> edit.attempt(() -> move(edit, booking)));
        edit.during(TimeRange.of(start, 1)).stream()
                .filter(booking -> booking.isBlock() && booking.when().start().isBefore(start))
                .filter(session -> where.map(session::isIn).orElse(true))
                .forEach(session -> prolong(edit, session));
    }

    /** A session that is under way lasts as long as its talks that have become later. */
    private static void prolong(Edit edit, Booking session) {
        edit.talksIn(session.id()).stream()
                .map(talk -> talk.when().end())
                .filter(end -> end.isAfter(session.when().end()))
                .max(Instant::compareTo)
                .ifPresent(end -> {
                    edit.touch(session);
                    edit.move(
                            session,
                            session.room(),
                            new TimeRange(session.when().start(), end),
                            null);
                });
    }

    private void move(Edit edit, Booking booking) {
        var start = booking.when().start().plus(Duration.ofMinutes(minutes));
        edit.requireDay(booking, start);
        edit.move(booking, booking.room(), TimeRange.of(start, booking.when().minutes()), booking.position());
    }
}
