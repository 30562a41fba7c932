package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import jakarta.validation.constraints.Min;

/**
 * Sets back to an earlier version what has been altered since: rooms, and where talks were. What the catalog withdrew
 * in the meantime stays off the schedule, and whether the agenda is public stays as it is.
 */
public record Restore(
        @Min(value = 0, message = "Versions begin at 0") long version) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        if (version > edit.schedule().version()) {
            throw Refused.invalid(Fault.at("/version", "The schedule has no such version yet"));
        }
        var since = Diff.between(edit.history(), version, edit.schedule().version());
        new Reversal(edit, since).apply();
    }
}
