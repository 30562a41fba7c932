package dev.lectern.schedule.change;

import dev.lectern.schedule.availability.Availability;
import dev.lectern.schedule.timetable.Slot;
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
        var slots = Slot.ofConference(edit.conference().id());
        var before = edit.timeZone();
        var after = ZoneId.of(timeZone);
        slots.forEach(edit::touch);
        edit.conference().moveTo(after);
        Availability.moveAll(edit.conference().id(), before, after);
        slots.stream().filter(Slot::isPlaced).forEach(slot -> reread(slot, before, after));
        new Timetable(slots).surplus().forEach(Slot::free);
    }

    private static void reread(Slot slot, ZoneId before, ZoneId after) {
        var when = slot.when();
        var local = when.start().atZone(before).toLocalDateTime();
        slot.moveTo(slot.room(), TimeRange.of(local.atZone(after).toInstant(), when.minutes()), slot.position());
    }

    @Override
    public boolean isRevertible() {
        return false;
    }
}
