package dev.lectern.schedule.edit;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Takes a session off the schedule. Its talks and breaks stay where they are. */
public record RemoveSession(@NotNull UUID id) implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        var session = edit.session(id, "/id");
        edit.talksIn(session.id()).forEach(talk -> {
            edit.touch(talk);
            talk.join(null);
        });
        session.giveWay();
    }
}
