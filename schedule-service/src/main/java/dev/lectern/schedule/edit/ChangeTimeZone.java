package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Overlaps;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.ZoneId;

/**
 * Reads all times anew in another zone: a talk at ten stays a talk at ten, and as long. A time that the new zone skips
 * moves on by the gap, as {@link java.time.ZonedDateTime#of} has it; what then stands in another talk's way loses its
 * place, because nothing refuses this.
 */
public record ChangeTimeZone(String timeZone) implements Operation {

    @Override
    public void apply(Edit edit) {
        var bookings = edit.everything();
        var before = edit.timeZone();
        var after = ZoneId.of(timeZone);
        edit.moveTo(after);
        bookings.stream().filter(Booking::isPlaced).forEach(booking -> reread(booking, before, after));
        new Overlaps(bookings).surplus().forEach(Booking::giveWay);
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
