package dev.lectern.schedule.edit;

import java.util.Set;

/** Takes a contribution off the schedule. */
public record Unschedule(int contribution) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        edit.free(edit.placed(contribution, "/contribution"));
    }

    @Override
    public Set<Integer> contributions() {
        return Set.of(contribution);
    }
}
