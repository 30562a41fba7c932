package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Slot;
import java.util.stream.Collectors;

/** Removes a room that no talk is in. */
public record RemoveRoom(String room) implements Operation {

    @Override
    public void apply(Edit edit) {
        var removed = edit.room(room);
        var slots = Slot.inRoom(removed);
        if (!slots.isEmpty()) {
            var numbers = slots.stream().map(slot -> "" + slot.number()).collect(Collectors.joining(", "));
            throw new Refused(409, "in-use", "That room is in use", "These contributions are in it: " + numbers);
        }
        removed.remove();
    }
}
