package dev.lectern.schedule.history;

import dev.lectern.schedule.change.Alteration;
import dev.lectern.schedule.change.Applied;
import dev.lectern.schedule.change.Tell;
import java.util.List;

/** What a change has altered, or would. */
record ChangeAnswer(long version, boolean dryRun, List<Alteration> changes, List<Object> warnings, List<Tell> tells) {

    static ChangeAnswer of(Applied applied, boolean dryRun) {
        return new ChangeAnswer(applied.version(), dryRun, applied.changes(), List.of(), applied.tells());
    }
}
