package dev.lectern.schedule.timetable;

import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A talk that stands in the way, as a refusal names it. */
public record Clash(Talk contribution, RoomName room, OffsetDateTime startsAt, OffsetDateTime endsAt, String timeZone) {

    public static Clash of(Slot slot, String title, ZoneId zone) {
        var state = slot.state(zone);
        return new Clash(
                new Talk(slot.number(), title), state.room(), state.startsAt(), state.endsAt(), state.timeZone());
    }
}
