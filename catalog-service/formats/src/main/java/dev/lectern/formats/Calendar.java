package dev.lectern.formats;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Reads the events of a calendar (RFC 5545). One is told from the others by its UID. A calendar has no people that one could tell from the
 * text, what recurs is taken once, and what is cancelled is withdrawn.
 */
final class Calendar {

    private static final String EVENT = "BEGIN:VEVENT";

    private final ICalendar calendar;
    private final int[] lines;

    private Calendar(ICalendar calendar, int[] lines) {
        this.calendar = calendar;
        this.lines = lines;
    }

    /** @throws InvalidReport if it is none */
    static FrabSchedule read(String text) {
        var lines = text.lines().toList();
        var starts = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().equalsIgnoreCase(EVENT))
                .map(i -> i + 1)
                .toArray();
        if (starts.length > FrabSchedule.MOST_EVENTS) {
            throw new InvalidReport(1, "A calendar has at most " + FrabSchedule.MOST_EVENTS + " events");
        }
        var calendar = Biweekly.parse(text).first();
        if (calendar == null) {
            throw new InvalidReport(1, "Not a calendar: it does not begin with BEGIN:VCALENDAR");
        }
        return new Calendar(calendar, starts).read();
    }

    private FrabSchedule read() {
        var events = calendar.getEvents();
        return new FrabSchedule(
                calendar.getNames().stream().findFirst().map(Calendar::text).orElse(null),
                IntStream.range(0, events.size())
                        .mapToObj(i -> event(i < lines.length ? lines[i] : 1, events.get(i)))
                        .toList(),
                text(calendar.getProductId()));
    }

    private FrabEvent event(int line, VEvent event) {
        var isCancelled = event.getStatus() != null && event.getStatus().isCancelled();
        var url = text(event.getUrl());
        return new FrabEvent(
                line,
                text(event.getUid()),
                null,
                text(event.getSummary()),
                null,
                null,
                text(event.getDescription()),
                new Classification(null, null, null, null, null, tags(event)),
                minutes(event),
                // What else a status says is about the date, not about the contribution.
                isCancelled ? "cancelled" : null,
                List.of(),
                url == null ? List.of() : List.of(new Link(url, null)),
                List.of(),
                new Placement(text(event.getLocation()), start(event.getDateStart())));
    }

    private static List<String> tags(VEvent event) {
        return event.getCategories().stream()
                .flatMap(categories -> categories.getValues().stream())
                .map(category -> FrabSchedule.orNull(JsonFile.storable(category)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String text(TextProperty property) {
        return property == null || property.getValue() == null
                ? null
                : FrabSchedule.orNull(JsonFile.storable(property.getValue()));
    }

    private static Integer minutes(VEvent event) {
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return positive(Duration.ofMillis(event.getDuration().getValue().toMillis()));
        }
        var start = time(event.getDateStart());
        var end = time(event.getDateEnd());
        return start == null || end == null ? null : positive(Duration.between(start.toInstant(), end.toInstant()));
    }

    private static Integer positive(Duration duration) {
        var minutes = duration.toMinutes();
        return minutes > 0 && minutes <= Integer.MAX_VALUE ? Integer.valueOf((int) minutes) : null;
    }

    /** Null for a whole day too. */
    private static ICalDate time(DateOrDateTimeProperty property) {
        return property == null
                        || property.getValue() == null
                        || !property.getValue().hasTime()
                ? null
                : property.getValue();
    }

    private static boolean exists(DateTimeComponents written) {
        try {
            return LocalDateTime.of(
                                    written.getYear(),
                                    written.getMonth(),
                                    written.getDate(),
                                    written.getHour(),
                                    written.getMinute(),
                                    written.getSecond())
                            .getYear()
                    > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** As local time where the calendar leaves the zone open, else in UTC. */
    private String start(DateOrDateTimeProperty property) {
        var date = time(property);
        if (date == null) {
            return null;
        }
        var written = date.getRawComponents();
        if (written != null && !exists(written)) {
            // As it is, for who places it to refuse: the library takes 32 January for 1 February.
            return "%04d-%02d-%02dT%02d:%02d"
                    .formatted(
                            written.getYear(),
                            written.getMonth(),
                            written.getDate(),
                            written.getHour(),
                            written.getMinute());
        }
        var isFloating = calendar.getTimezoneInfo().isFloating(property);
        return isFloating
                ? LocalDateTime.ofInstant(date.toInstant(), ZoneId.systemDefault())
                        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                : date.toInstant().atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
