package dev.lectern.schedule.timetable;

import java.time.OffsetDateTime;
import java.time.ZoneId;

/** What others can see of a slot. Room and times are null unless it is SCHEDULED; times have the offset of the zone. */
public record SlotState(
        SlotStatus status, RoomName room, OffsetDateTime startsAt, OffsetDateTime endsAt, String timeZone) {

    static SlotState scheduled(Room room, TimeRange when, ZoneId zone) {
        return new SlotState(
                SlotStatus.SCHEDULED,
                room.named(),
                when.start().atZone(zone).toOffsetDateTime(),
                when.end().atZone(zone).toOffsetDateTime(),
                zone.getId());
    }

    static SlotState withoutPlace(SlotStatus status, ZoneId zone) {
        return new SlotState(status, null, null, null, zone.getId());
    }
}
