package dev.lectern.schedule.edit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.timetable.RoomDetails;

/** Renames a room or changes what it holds. Its talks are altered with it. */
public record ChangeRoom(String room, @JsonUnwrapped RoomDetails details) implements Operation {

    @Override
    public void apply(Edit edit) {
        edit.change(edit.room(room, "/room"), details);
    }
}
