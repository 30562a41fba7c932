package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.edit.Alteration;
import dev.lectern.schedule.edit.BreakAlteration;
import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.edit.Diff;
import dev.lectern.schedule.edit.SessionAlteration;
import dev.lectern.schedule.store.StoredTimetable;
import java.util.List;

/** One change with what it altered. */
record ChangeDetails(
        @JsonUnwrapped ChangeItem change,
        List<Alteration> changes,
        List<BreakAlteration> breaks,
        List<SessionAlteration> sessions) {

    static ChangeDetails of(Change change, StoredTimetable timetable) {
        var diff = Diff.of(List.of(change));
        return new ChangeDetails(
                ChangeItem.of(change), diff.talks(timetable::contributions), diff.breaks(), diff.sessions());
    }
}
