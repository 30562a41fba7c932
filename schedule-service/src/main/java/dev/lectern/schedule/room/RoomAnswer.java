package dev.lectern.schedule.room;

import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;

/** A room. {@code capacity} in seats, null when nobody said. */
public record RoomAnswer(String slug, String name, Integer capacity, boolean exclusive, long revision) {

    static final int LARGEST = 1_000_000;

    public static RoomAnswer of(Room room) {
        return of(room, room.details());
    }

    /** With the details that it had once. */
    public static RoomAnswer of(Room room, RoomDetails details) {
        return new RoomAnswer(room.slug(), details.name(), details.capacity(), details.exclusive(), room.revision());
    }
}
