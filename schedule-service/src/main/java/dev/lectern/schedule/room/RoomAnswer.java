package dev.lectern.schedule.room;

import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import java.util.List;

/**
 * A room. {@code capacity} in seats and {@code changeoverMinutes} are null when nobody said; {@code features} are free
 * tags.
 */
public record RoomAnswer(
        String slug,
        String name,
        Integer capacity,
        boolean exclusive,
        List<String> features,
        Integer changeoverMinutes,
        long revision) {

    static final int LARGEST = 1_000_000;
    static final int LONGEST_CHANGEOVER = 24 * 60;

    public static RoomAnswer of(Room room) {
        return of(room, room.details());
    }

    /** With the details that it had once. */
    public static RoomAnswer of(Room room, RoomDetails details) {
        return new RoomAnswer(
                room.slug(),
                details.name(),
                details.capacity(),
                details.exclusive(),
                details.features(),
                details.changeoverMinutes(),
                room.revision());
    }
}
