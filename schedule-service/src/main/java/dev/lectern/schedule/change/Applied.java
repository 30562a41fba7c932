package dev.lectern.schedule.change;

import dev.lectern.schedule.warning.Warning;
import dev.lectern.schedule.warning.Warnings;
import java.util.List;

/** What came of an order. To be asked within its transaction. */
public final class Applied {

    private final Edit edit;
    private final boolean altered;
    private final Tells tells;

    Applied(Edit edit, boolean altered, Tells tells) {
        this.edit = edit;
        this.altered = altered;
        this.tells = tells;
    }

    /** The version of the schedule now. */
    public long version() {
        return edit.schedule().version();
    }

    /** Whether there is something different, and so a new version. */
    public boolean altered() {
        return altered;
    }

    /** The talks that are somewhere else now, by number. */
    public List<Alteration> changes() {
        return span().talks();
    }

    /** The breaks that are different now. */
    public List<BreakAlteration> breaks() {
        return span().breaks();
    }

    /** The sessions that are different now. */
    public List<SessionAlteration> sessions() {
        return span().sessions();
    }

    /** What there is to warn of because of it. */
    public List<Warning> warnings() {
        return Warnings.touching(
                edit.schedule().conferenceId(), edit.alterations().touched());
    }

    /** Who is told of it: of talks by number, then as the contribution names its presenters, then of sessions. */
    public List<Tell> tells() {
        return tells.list();
    }

    private Span span() {
        var alterations = edit.alterations();
        return Span.of(edit.schedule().conferenceId(), alterations.before(), alterations.after());
    }
}
