package dev.lectern.schedule.timetable;

import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * When and where something is. The times have the offset of the schedule's zone; a break in all rooms has no room, and
 * what has no place has none of these.
 */
public record TimeAndPlace(RoomName room, OffsetDateTime startsAt, OffsetDateTime endsAt) {

    static final TimeAndPlace NONE = new TimeAndPlace(null, null, null);

    /** @param room null for all rooms */
    public static TimeAndPlace of(Room room, TimeRange when, ZoneId zone) {
        return new TimeAndPlace(
                room == null ? null : room.named(),
                when.start().atZone(zone).toOffsetDateTime(),
                when.end().atZone(zone).toOffsetDateTime());
    }

    public int minutes() {
        return range().minutes();
    }

    /**
     * When that was, on the clocks of a zone: what was said in the times of another one is read anew, as a change of
     * zones would have it.
     */
    public TimeRange when(String saidIn, ZoneId zone) {
        return zone.getId().equals(saidIn)
                ? range()
                : TimeRange.of(startsAt.toLocalDateTime().atZone(zone).toInstant(), minutes());
    }

    private TimeRange range() {
        return new TimeRange(startsAt.toInstant(), endsAt.toInstant());
    }

    /** The same, whatever the room is called. */
    TimeAndPlace withoutRoomsName() {
        return room == null ? this : new TimeAndPlace(new RoomName(room.slug(), null), startsAt, endsAt);
    }
}
