package dev.lectern.chassis.calendar;

import java.time.Instant;
import java.util.List;

/**
 * One VEVENT. What is null or blank is left out; whatever people wrote is made harmless when it is written.
 *
 * @param busy whether its time is taken in the calendar of whoever has it
 * @param status null for none
 * @param organizer required in all that is published or sent (RFC 5546, section 3.2)
 * @param attendee null for none
 */
public record CalendarEntry(
        Stamp stamp,
        Instant startsAt,
        Instant endsAt,
        Words words,
        boolean busy,
        Status status,
        Party organizer,
        Party attendee) {

    /**
     * What tells it from others, and from what it was before.
     *
     * @param changedAt its DTSTAMP and LAST-MODIFIED: when it was changed, never when it is written, so that the same
     * entry is the same bytes
     */
    public record Stamp(String uid, int sequence, Instant changedAt) {}

    /**
     * What its reader sees of it.
     *
     * @param description plain text
     * @param categories those that are null or blank are left out
     */
    public record Words(String summary, String location, String description, String url, List<String> categories) {}

    public enum Status {
        CONFIRMED,
        CANCELLED
    }

    /** Somebody with a name and a mail address. */
    public record Party(String name, String address) {}
}
