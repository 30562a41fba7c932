package dev.lectern.schedule.change;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Takes a break off the schedule. */
public record RemoveBreak(@NotNull UUID id) implements Wish {

    @Override
    public void apply(Edit edit) {
        edit.pause(id, "/id").remove();
    }
}
