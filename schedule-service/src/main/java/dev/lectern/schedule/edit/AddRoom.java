package dev.lectern.schedule.edit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.RoomSlug;

/** Adds a room. Without a slug it gets one made from its name. */
public record AddRoom(String slug, @JsonUnwrapped RoomDetails details) implements Operation {

    @Override
    public void apply(Edit edit) {
        var used = edit.roomsEver().stream().map(Room::slug).toList();
        if (slug != null && used.contains(slug)) {
            throw ScheduleRefusal.SLUG_TAKEN.because("A room of this conference has it, or had it once");
        }
        var free = slug == null ? RoomSlug.from(details.name(), used) : slug;
        edit.add(new Room(edit.conference().id(), free, details, used.size()));
    }
}
