package dev.lectern.schedule.change;

import dev.lectern.schedule.availability.Availability;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.timetable.Timetable;
import java.time.ZoneId;

/**
 * Reads all times anew in another zone: a talk at ten stays a talk at ten, and as long. A time that the new zone skips moves on by the gap,
 * as {@link java.time.ZonedDateTime#of} has it; what then stands in another talk's way loses its place, because nothing refuses this.
 */
public record ChangeTimeZone(String timeZone) implements Operation {

    @Override
    public void apply(Edit edit) {
        var bookings = Booking.allOf(edit.conference().id());
        var before = edit.timeZone();
        var after = ZoneId.of(timeZone);
        bookings.forEach(edit::touch);
        edit.conference().moveTo(after);
        Availability.moveAll(edit.conference().id(), before, after);
        bookings.stream().filter(Booking::isPlaced).forEach(booking -> reread(booking, before, after));
        new Timetable(bookings).surplus().forEach(edit::giveWay);
    }

    private static void reread(Booking booking, ZoneId before, ZoneId after) {
        var when = booking.when();
        var local = when.start().atZone(before).toLocalDateTime();
        booking.moveTo(
                booking.room(), TimeRange.of(local.atZone(after).toInstant(), when.minutes()), booking.position());
    }

    @Override
    public boolean isRevertible() {
        return false;
    }
}
