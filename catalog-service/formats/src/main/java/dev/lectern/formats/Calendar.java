package dev.lectern.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the events of a calendar (RFC 5545, and its title also as RFC 7986 has it). One is told from the others by its
 * UID. A calendar has no people that one could tell from the text, what recurs is taken once, and what is cancelled is
 * withdrawn.
 */
final class Calendar {

    private static final Set<String> STATES = Set.of("TENTATIVE", "CONFIRMED", "CANCELLED");

    private final List<CalendarComponent> components;
    private final FileZone own;
    private final Map<String, FileZone> zones = new HashMap<>();
    private final Set<String> recurring = new HashSet<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();

    private Calendar(CalendarFile file) {
        components = file.components();
        own = FileZone.named(first("X-WR-TIMEZONE"));
        notUnderstood.addAll(file.notUnderstood());
        components.stream().filter(component -> component.is(CalendarFile.ZONE)).forEach(this::readZone);
        events().filter(event -> !event.has("RECURRENCE-ID"))
                .map(event -> event.text("UID"))
                .filter(Objects::nonNull)
                .forEach(recurring::add);
    }

    /** @throws InvalidReport if it is none */
    static FrabSchedule read(byte[] file) {
        return new Calendar(CalendarFile.read(file)).read();
    }

    /** The property of the first calendar in the file that has it. */
    private String first(String property) {
        return components.stream()
                .filter(component -> component.is(CalendarFile.CALENDAR))
                .map(calendar -> calendar.text(property))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** By what it is called, and not by its rules: they may be any number. */
    private void readZone(CalendarComponent zone) {
        var id = zone.value("TZID");
        var location = zone.value("X-LIC-LOCATION");
        if (id != null && ZoneName.zone(id) == null && location != null) {
            zones.put(id, FileZone.named(location));
        }
    }

    private Stream<CalendarComponent> events() {
        return components.stream().filter(component -> component.is(CalendarFile.EVENT));
    }

    private FrabSchedule read() {
        if (own.isUnknown()) {
            notUnderstood.add(NotUnderstood.in(1, own.name(), FileZone.UNKNOWN));
        }
        var name = first("X-WR-CALNAME");
        var events = new ArrayList<FrabEvent>();
        for (var component : components) {
            if (component.is(CalendarFile.EVENT)) {
                read(component, events);
            } else if (!component.is(CalendarFile.CALENDAR) && !component.is(CalendarFile.ZONE)) {
                note(component, "left out: a " + component.name() + " is no event");
            }
        }
        return new FrabSchedule(
                name == null ? first("NAME") : name, first("PRODID"), own.id(), events, notUnderstood, false);
    }

    private void read(CalendarComponent event, List<FrabEvent> events) {
        var isOurs = OwnId.isOfCalendar(event.text("UID"));
        if (isOurs && OurEntry.objection(event).isPresent()) {
            note(event, OurEntry.objection(event).get());
        } else if (event.has("RECURRENCE-ID") && recurring.contains(event.text("UID"))) {
            note(event, "left out: one time of an event that recurs, which is taken once");
        } else if (events.size() == FrabSchedule.MOST_EVENTS) {
            throw new InvalidReport(event.line(), "A calendar has at most " + FrabSchedule.MOST_EVENTS + " events");
        } else {
            events.add(isOurs ? OurEntry.of(event, event(event)) : event(event));
        }
    }

    private FrabEvent event(CalendarComponent event) {
        var values = new EntryValues();
        var start = CalendarTime.of(event.property("DTSTART"), own, zones);
        if (start.remark() != null) {
            values.remark(start.remark());
        }
        remarkOn(event, values);
        var url = event.value("URL");
        var minutes = minutes(event, start, values);
        return new FrabEvent(
                event.line(),
                null,
                event.text("UID"),
                null,
                event.text("SUMMARY"),
                new FrabEvent.Texts(null, null, event.text("DESCRIPTION")),
                new Classification(null, null, null, null, null, event.texts("CATEGORIES")),
                minutes,
                // What else a status says is about the date, not about the contribution.
                "CANCELLED".equalsIgnoreCase(event.value("STATUS")) ? "cancelled" : null,
                List.of(),
                url == null ? List.of() : List.of(new Link(url, null)),
                List.of(),
                new Placement(event.text("LOCATION"), start.startsAt()),
                values.remarks());
    }

    private static void remarkOn(CalendarComponent event, EntryValues values) {
        if (event.has("RRULE") || event.has("RDATE")) {
            values.remark("recurs: it is taken once, at its first time");
        }
        var status = event.value("STATUS");
        if (status != null && STATES.stream().noneMatch(status::equalsIgnoreCase)) {
            values.remark("not a state that is known: " + status);
        }
        if (!event.isWhole()) {
            values.remark("the calendar goes on without the end of this event");
        }
    }

    private Integer minutes(CalendarComponent event, CalendarTime start, EntryValues values) {
        var duration = event.value("DURATION");
        if (duration != null) {
            return values.minutes(duration);
        }
        var end = CalendarTime.of(event.property("DTEND"), own, zones);
        var minutes = start.minutesUntil(end);
        return minutes == null ? null : values.minutes(minutes, "until " + event.value("DTEND"));
    }

    private void note(CalendarComponent component, String reason) {
        var title = component.text("SUMMARY");
        notUnderstood.add(NotUnderstood.in(component.line(), title == null ? "" : title, reason));
    }
}
