package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.Slot;

/** Renames a room or changes what it holds. Its talks are altered with it. */
public record ChangeRoom(String room, @JsonUnwrapped RoomDetails details) implements Operation {

    @Override
    public void apply(Edit edit) {
        var changed = edit.room(room);
        var slots = Slot.inRoom(changed);
        slots.forEach(edit::touch);
        changed.become(details);
        slots.forEach(Slot::followRoom);
    }
}
