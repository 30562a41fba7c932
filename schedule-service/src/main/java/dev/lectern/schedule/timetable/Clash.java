package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.ZoneId;

/** What stands in the way, as a refusal names it: a talk, a break or a session, the others are null. */
public record Clash(
        Talk contribution,
        @JsonProperty("break") BreakName pause,
        SessionName session,
        @JsonUnwrapped TimeAndPlace place,
        String timeZone) {

    public static Clash of(Slot slot, String title, ZoneId zone) {
        return of(slot, new Talk(slot.number(), title), null, null, zone);
    }

    public static Clash of(Break pause, ZoneId zone) {
        return of(pause, null, new BreakName(pause.id(), pause.title()), null, zone);
    }

    public static Clash of(Session session, ZoneId zone) {
        return of(session, null, null, session.named(), zone);
    }

    private static Clash of(Booking booking, Talk talk, BreakName pause, SessionName session, ZoneId zone) {
        return new Clash(talk, pause, session, booking.place(zone), zone.getId());
    }
}
