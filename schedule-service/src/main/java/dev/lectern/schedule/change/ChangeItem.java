package dev.lectern.schedule.change;

import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.edit.Operation;
import java.time.Instant;
import java.util.List;

/** One change in a list of them. {@code talks} is how many it altered. */
record ChangeItem(
        long version,
        String author,
        String comment,
        String internalComment,
        boolean announced,
        Instant appliedAt,
        List<Operation> operations,
        int talks) {

    static ChangeItem of(Change change) {
        return new ChangeItem(
                change.version(),
                change.author(),
                change.comment(),
                change.internalComment(),
                change.announced(),
                change.appliedAt(),
                change.operations(),
                change.talks().size());
    }
}
