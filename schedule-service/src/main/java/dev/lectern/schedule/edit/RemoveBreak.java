package dev.lectern.schedule.edit;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Takes a break off the schedule. */
public record RemoveBreak(@NotNull UUID id) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        edit.pause(id, "/id").giveWay();
    }
}
