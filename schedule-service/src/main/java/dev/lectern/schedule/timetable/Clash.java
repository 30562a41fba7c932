package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A talk or a break that stands in the way, as a refusal names it: one of the two is null. */
public record Clash(
        Talk contribution,
        @JsonProperty("break") BreakName pause,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone) {

    public static Clash of(Slot slot, String title, ZoneId zone) {
        return of(slot, new Talk(slot.number(), title), null, zone);
    }

    public static Clash of(Break pause, ZoneId zone) {
        return of(pause, null, new BreakName(pause.id(), pause.title()), zone);
    }

    private static Clash of(Booking booking, Talk talk, BreakName pause, ZoneId zone) {
        return new Clash(
                talk,
                pause,
                booking.room().named(),
                booking.when().start().atZone(zone).toOffsetDateTime(),
                booking.when().end().atZone(zone).toOffsetDateTime(),
                zone.getId());
    }
}
