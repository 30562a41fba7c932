package dev.lectern.schedule.change;

import java.util.Set;

/** Has a talk stay where it is until it is unpinned. */
public record Pin(int contribution) implements Wish {

    @Override
    public void apply(Edit edit) {
        edit.placed(contribution, "/contribution").pin(true);
    }

    @Override
    public Set<Integer> contributions() {
        return Set.of(contribution);
    }
}
