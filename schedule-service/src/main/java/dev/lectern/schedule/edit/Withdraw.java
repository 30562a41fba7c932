package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.Slot;
import java.util.UUID;

/** Frees the slot of a contribution that the catalog withdrew, if it has one. Nothing refuses it. */
public record Withdraw(int contribution, UUID contributionId) implements Operation {

    @Override
    public void apply(Edit edit) {
        edit.slot(contributionId).filter(Slot::isPlaced).ifPresent(slot -> {
            edit.touch(slot);
            slot.giveWay();
        });
    }

    @Override
    public boolean isRevertible() {
        return false;
    }
}
