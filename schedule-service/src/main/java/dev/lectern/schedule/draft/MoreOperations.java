package dev.lectern.schedule.draft;

import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.RequestedOperation;
import dev.lectern.schedule.replica.NamesOthers;
import dev.lectern.schedule.replica.PresenterReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;

/** What a draft is to do as well, after what it does already. */
record MoreOperations(
        @NotEmpty(message = "At least one operation is needed")
        List<@NotNull @Valid RequestedOperation> operations) implements NamesOthers {

    @Override
    public Set<Integer> contributions() {
        return Operation.contributions(operations);
    }

    @Override
    public Set<PresenterReference> presenters() {
        return Operation.presenters(operations);
    }
}
