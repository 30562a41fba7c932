package dev.lectern.schedule.draft;

import dev.lectern.schedule.edit.Operation;
import java.util.List;
import java.util.UUID;

/** A draft in a list of them. */
record DraftItem(UUID id, String name, long baseVersion, List<Operation> operations) {

    static DraftItem of(Draft draft) {
        return new DraftItem(draft.id(), draft.name(), draft.baseVersion(), draft.operations());
    }
}
