package dev.lectern.schedule.change;

import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.RequestedOperation;
import dev.lectern.schedule.replica.NamesOthers;
import dev.lectern.schedule.replica.PresenterReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/**
 * Operations that are to be done together, in their order, or not at all. {@code baseVersion} is the version that
 * whoever asks had seen.
 */
record ChangeRequest(
        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce,

        Boolean hold,

        @Min(value = 0, message = "Versions begin at 0") Long baseVersion,

        @NotEmpty(message = "At least one operation is needed") @Size(max = MOST, message = "At most 2000 operations")
        List<@NotNull @Valid RequestedOperation> operations)
        implements NamesOthers {

    private static final int MOST = 2000;

    Command command() {
        return Command.of(operations, baseVersion);
    }

    @Override
    public Set<Integer> contributions() {
        return Operation.contributions(operations);
    }

    @Override
    public Set<PresenterReference> presenters() {
        return Operation.presenters(operations);
    }
}
