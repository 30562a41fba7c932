package dev.lectern.schedule.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.change.Alteration;
import dev.lectern.schedule.change.BreakAlteration;
import dev.lectern.schedule.change.Change;
import dev.lectern.schedule.change.SessionAlteration;
import java.util.List;

/** One change with what it altered. */
record ChangeDetails(
        @JsonUnwrapped ChangeItem change,
        List<Alteration> changes,
        List<BreakAlteration> breaks,
        List<SessionAlteration> sessions) {

    static ChangeDetails of(Change change) {
        var span = change.span();
        return new ChangeDetails(ChangeItem.of(change), span.talks(), span.breaks(), span.sessions());
    }
}
