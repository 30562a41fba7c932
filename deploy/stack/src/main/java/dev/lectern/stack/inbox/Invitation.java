package dev.lectern.stack.inbox;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.TextProperty;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A calendar that came with a message, for people.
 *
 * @param entries its events; none where it cannot be read
 */
record Invitation(String source, List<Entry> entries) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** @param facts what else is known, by a word for it */
    record Entry(String summary, Map<String, String> facts) {}

    static Invitation of(String source) {
        var calendar = Biweekly.parse(source).first();
        return new Invitation(
                source,
                calendar == null
                        ? List.of()
                        : calendar.getEvents().stream()
                                .map(event -> entry(calendar, event))
                                .toList());
    }

    private static Entry entry(ICalendar calendar, VEvent event) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("When", when(calendar, event));
        facts.put("Where", text(event.getLocation()));
        facts.put("Method", text(calendar.getMethod()));
        facts.put("Status", text(event.getStatus()));
        facts.put(
                "Sequence",
                event.getSequence() == null ? null : "" + event.getSequence().getValue());
        facts.put(
                "Organizer",
                event.getOrganizer() == null ? null : event.getOrganizer().getEmail());
        for (var attendee : event.getAttendees()) {
            facts.merge("Attendee", "" + attendee.getEmail(), (one, other) -> one + ", " + other);
        }
        facts.put("UID", text(event.getUid()));
        facts.values().removeIf(fact -> fact == null);
        var summary = text(event.getSummary());
        return new Entry(summary == null ? "(no summary)" : summary, facts);
    }

    /** {@code Tue 2 March 2027, 10:00–10:30 (Europe/Paris)} */
    private static String when(ICalendar calendar, VEvent event) {
        if (event.getDateStart() == null) {
            return null;
        }
        var zone = zone(calendar, event.getDateStart());
        var start = at(event.getDateStart(), zone);
        var text = DAY.format(start) + ", " + TIME.format(start);
        if (event.getDateEnd() != null) {
            var end = at(event.getDateEnd(), zone);
            text += "–" + (end.toLocalDate().equals(start.toLocalDate()) ? "" : DAY.format(end) + ", ")
                    + TIME.format(end);
        }
        return text + " (" + zone + ")";
    }

    private static ZonedDateTime at(DateOrDateTimeProperty property, ZoneId zone) {
        return property.getValue().toInstant().atZone(zone);
    }

    private static ZoneId zone(ICalendar calendar, DateOrDateTimeProperty property) {
        var assigned = calendar.getTimezoneInfo().getTimezone(property);
        if (assigned != null) {
            return assigned.getTimeZone().toZoneId();
        }
        return calendar.getTimezoneInfo().isFloating(property) ? ZoneId.systemDefault() : ZoneId.of("UTC");
    }

    private static String text(TextProperty property) {
        return property == null ? null : property.getValue();
    }
}
