package dev.lectern.schedule.edit;

import java.util.Set;

/** Has a talk stay where it is until it is unpinned. */
public record Pin(int contribution) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        edit.placed(contribution, "/contribution").pin(true);
    }

    @Override
    public Set<Integer> contributions() {
        return Set.of(contribution);
    }
}
