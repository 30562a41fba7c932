package dev.lectern.schedule.change;

import dev.lectern.schedule.edit.Alteration;
import dev.lectern.schedule.edit.BreakAlteration;
import dev.lectern.schedule.edit.Diff;
import dev.lectern.schedule.edit.Outcome;
import dev.lectern.schedule.edit.SessionAlteration;
import dev.lectern.schedule.edit.Tell;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.warning.Warning;
import dev.lectern.schedule.warning.Warnings;
import java.util.List;

/** What came of a command. To be asked within its transaction. */
public final class Applied {

    private final StoredTimetable timetable;
    private final Outcome outcome;

    Applied(StoredTimetable timetable, Outcome outcome) {
        this.timetable = timetable;
        this.outcome = outcome;
    }

    /** The version of the schedule now. */
    public long version() {
        return timetable.schedule().version();
    }

    /** Whether there is something different, and so a new version. */
    public boolean altered() {
        return outcome.change().isPresent();
    }

    /** The talks that are somewhere else now, by number. */
    public List<Alteration> changes() {
        return diff().talks(timetable::contributions);
    }

    /** The breaks that are different now. */
    public List<BreakAlteration> breaks() {
        return diff().breaks();
    }

    /** The sessions that are different now. */
    public List<SessionAlteration> sessions() {
        return diff().sessions();
    }

    /** The rooms that are new, as they were added. */
    public List<Room> addedRooms() {
        return outcome.addedRooms();
    }

    /** What there is to warn of because of it. */
    public List<Warning> warnings() {
        return Warnings.touching(timetable.conference().id(), outcome.touched());
    }

    /** Who is told of it: of talks by number, then as the contribution names its presenters, then of sessions. */
    public List<Tell> tells() {
        return outcome.tells();
    }

    private Diff diff() {
        return Diff.of(outcome.change().stream().toList());
    }
}
