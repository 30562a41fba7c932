package dev.lectern.formats;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A time of a calendar (RFC 5545, 3.3.5): in UTC, in a zone, or in that of the calendar.
 *
 * @param startsAt as {@link Placement} has it; null where it cannot be told
 * @param remark on a time that cannot be told; null where there is nothing to say
 */
record CalendarTime(String startsAt, String remark) {

    static final CalendarTime NONE = new CalendarTime(null, null);

    private static final Pattern TIME =
            Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})T([0-9]{2}):?([0-9]{2})(?::?[0-9]{2})?(Z?)");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-?[0-9]{2}-?[0-9]{2}");

    /**
     * Reads a property.
     *
     * @param property null for none
     * @param own the calendar's zone
     * @param zones what the file says of the zones that it names
     */
    static CalendarTime of(VObjectProperty property, FileZone own, Map<String, FileZone> zones) {
        var written = property == null || property.getValue() == null
                ? ""
                : property.getValue().strip();
        // Where the name of a zone has a colon and no quotes, a part of it is here.
        var value = written.substring(
                written.lastIndexOf('T') < 0 ? 0 : written.lastIndexOf(':', written.lastIndexOf('T')) + 1);
        if (value.isEmpty()) {
            return NONE;
        }
        if (DAY.matcher(value).matches()) {
            return new CalendarTime(null, "taken, but not placed: it is on a day, without a time");
        }
        var time = TIME.matcher(value);
        var local = !time.matches()
                ? null
                : When.of(
                        null,
                        time.group(1) + "-" + time.group(2) + "-" + time.group(3),
                        time.group(4) + ":" + time.group(5) + time.group(6));
        if (local == null) {
            return new CalendarTime(null, "taken without its time: \"" + value + "\" is none that exists");
        }
        var first = property.getParameters().first("TZID");
        var name = first == null || value.length() == written.length()
                ? first
                : first + ":" + written.substring(0, written.length() - value.length() - 1);
        var zone = name == null ? own : zones.computeIfAbsent(name, FileZone::named);
        if (When.hasOffset(local) || zone.name() == null) {
            return new CalendarTime(local, null);
        }
        return zone.isUnknown() ? new CalendarTime(null, zone.remark()) : new CalendarTime(zone.at(local), null);
    }

    /** The minutes between two times, local ones as if they had no zone; null where the difference cannot be told. */
    Long minutesUntil(CalendarTime end) {
        if (startsAt == null || end.startsAt == null) {
            return null;
        }
        var from = moment(startsAt);
        return When.hasOffset(startsAt) == When.hasOffset(end.startsAt)
                ? Long.valueOf(Duration.between(from, moment(end.startsAt)).toMinutes())
                : null;
    }

    private static OffsetDateTime moment(String startsAt) {
        return OffsetDateTime.parse(When.hasOffset(startsAt) ? startsAt : startsAt + "Z");
    }
}
