package dev.lectern.schedule.edit;

import java.util.Set;

/** Lets a talk that was pinned be moved again. */
public record Unpin(int contribution) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        edit.placed(contribution, "/contribution").pin(false);
    }

    @Override
    public Set<Integer> contributions() {
        return Set.of(contribution);
    }
}
