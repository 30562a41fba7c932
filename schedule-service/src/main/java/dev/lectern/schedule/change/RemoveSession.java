package dev.lectern.schedule.change;

import dev.lectern.schedule.timetable.Slot;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Takes a session off the schedule. Its talks and breaks stay where they are. */
public record RemoveSession(@NotNull UUID id) implements Wish {

    @Override
    public void apply(Edit edit) {
        var session = edit.session(id, "/id");
        Slot.inSession(session.id()).forEach(talk -> {
            edit.touch(talk);
            talk.join(null);
        });
        session.remove();
    }
}
