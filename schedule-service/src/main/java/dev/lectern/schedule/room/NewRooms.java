package dev.lectern.schedule.room;

import dev.lectern.schedule.edit.AddRoom;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Rooms to add together, or none of them. What one of them says of the change is said here for all. */
record NewRooms(
        @NotNull @Size(min = 1, max = 200, message = "1 to 200 rooms")
        List<@NotNull @Valid NewRoom> rooms,

        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce) {

    record AddedRooms(List<RoomAnswer> rooms) {}

    List<AddRoom> operations() {
        return rooms.stream().map(NewRoom::operation).toList();
    }
}
