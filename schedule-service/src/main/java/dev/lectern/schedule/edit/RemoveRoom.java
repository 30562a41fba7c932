package dev.lectern.schedule.edit;

/** Removes a room that no talk is in. */
public record RemoveRoom(String room) implements Operation {

    @Override
    public void apply(Edit edit) {
        edit.remove(edit.room(room, "/room"));
    }
}
