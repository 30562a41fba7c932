package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.RoomSlug;

/** Adds a room. Without a slug it gets one made from its name. */
public record AddRoom(String slug, @JsonUnwrapped RoomDetails details) implements Operation {

    @Override
    public void apply(Edit edit) {
        var conference = edit.conference().id();
        var used = Room.slugsEverUsed(conference);
        if (slug != null && used.contains(slug)) {
            throw new Refused(
                    409, "slug-taken", "That slug is taken", "A room of this conference has it, or had it once");
        }
        var free = slug == null ? RoomSlug.from(details.name(), used) : slug;
        edit.add(new Room(conference, free, details, used.size()));
    }
}
