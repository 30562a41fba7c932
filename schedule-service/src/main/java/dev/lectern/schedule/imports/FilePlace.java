package dev.lectern.schedule.imports;

import dev.lectern.schedule.edit.Place;
import dev.lectern.schedule.imports.ImportReport.Kept;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a file has a talk, beside where the talk is.
 *
 * @param room as the file names it
 * @param there the room of that name, unless it has to be created
 * @param slot empty where the talk has no place
 * @param isNew whether the last file had it elsewhere, or not at all
 */
record FilePlace(
        Contribution talk, String room, TimeRange when, Optional<Room> there, Optional<Slot> slot, boolean isNew) {

    boolean isUnchanged() {
        return differences().isEmpty();
    }

    /** What people did since the last import stays, and so does what they pinned. */
    boolean isKept() {
        return !isUnchanged() && (!isNew || slot.filter(Slot::pinned).isPresent());
    }

    boolean isToBePlaced() {
        return !isUnchanged() && !isKept();
    }

    boolean isToBeMoved() {
        return isToBePlaced() && slot.isPresent();
    }

    Kept kept() {
        return new Kept(talk.number(), differences());
    }

    private List<String> differences() {
        var fields = new ArrayList<String>();
        if (slot.isEmpty() || there.isEmpty() || !slot.get().isIn(there.get())) {
            fields.add("room");
        }
        if (slot.isEmpty() || !slot.get().when().start().equals(when.start())) {
            fields.add("startsAt");
        }
        if (slot.isPresent() && slot.get().when().minutes() != when.minutes()) {
            fields.add("durationMinutes");
        }
        return fields;
    }

    Place operation(String slug, ZoneId zone) {
        var start = when.start().atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return new Place(talk.number(), slug, start, when.minutes(), null, true);
    }

    LocalDate day(ZoneId zone) {
        return when.start().atZone(zone).toLocalDate();
    }

    Instant start() {
        return when.start();
    }
}
