package dev.lectern.schedule.change;

import dev.lectern.schedule.edit.Alteration;
import dev.lectern.schedule.edit.BreakAlteration;
import dev.lectern.schedule.edit.SessionAlteration;
import dev.lectern.schedule.edit.Tell;
import dev.lectern.schedule.warning.Warning;
import java.util.List;

/** What a change has altered, or would. */
public record ChangeAnswer(
        long version,
        boolean dryRun,
        List<Alteration> changes,
        List<BreakAlteration> breaks,
        List<SessionAlteration> sessions,
        List<Warning> warnings,
        List<Tell> tells) {

    static ChangeAnswer of(Applied applied, boolean dryRun) {
        return new ChangeAnswer(
                applied.version(),
                dryRun,
                applied.changes(),
                applied.breaks(),
                applied.sessions(),
                applied.warnings(),
                applied.tells());
    }
}
