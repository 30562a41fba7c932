package dev.lectern.formats;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The components of one or several calendars in a file (RFC 5545, 3.4), in their order: the calendars, their events,
 * and other components that could be entries. What lies within these, as an alarm, is none of them. Rules of time zones
 * are never evaluated.
 */
final class CalendarFile implements VObjectDataListener {

    static final String CALENDAR = "VCALENDAR";
    static final String EVENT = "VEVENT";
    static final String ZONE = "VTIMEZONE";

    private static final Set<String> ENTRIES = Set.of(CALENDAR, EVENT, ZONE, "VTODO", "VJOURNAL", "VFREEBUSY");
    private static final int MOST_ENTRIES = FrabSchedule.MOST_EVENTS + 1_000;
    private static final int DEEPEST = 50;
    private static final int MOST_REMARKS = 1_000;

    private final UnfoldedLines lines;
    private final List<CalendarComponent> components = new ArrayList<>();
    private final Deque<CalendarComponent> open = new ArrayDeque<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();

    private CalendarFile(UnfoldedLines lines) {
        this.lines = lines;
    }

    /** @throws InvalidReport if it is no calendar, or has more in it than sane */
    static CalendarFile read(byte[] file) {
        var lines = UnfoldedLines.of(file);
        var calendar = new CalendarFile(lines);
        // A calendar without a version is of the newer one.
        var rules = SyntaxRules.iCalendar();
        rules.setDefaultSyntaxStyle(SyntaxStyle.NEW);
        try (var reader = new VObjectReader(new StringReader(lines.text()), rules)) {
            reader.parse(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (calendar.components.stream().noneMatch(component -> component.is(CALENDAR))) {
            throw new InvalidReport(1, "Not a calendar: it does not begin with BEGIN:VCALENDAR");
        }
        return calendar;
    }

    List<CalendarComponent> components() {
        return components;
    }

    List<NotUnderstood> notUnderstood() {
        return notUnderstood;
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        var line = lines.number(context.getLineNumber());
        if (open.size() == DEEPEST) {
            throw new InvalidReport(line, "Components are nested deeper than " + DEEPEST);
        }
        var component = new CalendarComponent(name, line);
        var isEntry = ENTRIES.contains(component.name()) && open.stream().allMatch(outer -> outer.is(CALENDAR));
        open.push(component);
        if (isEntry && components.size() == MOST_ENTRIES) {
            throw new InvalidReport(line, "A calendar has at most " + FrabSchedule.MOST_EVENTS + " events");
        }
        if (isEntry) {
            components.add(component);
        }
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        if (!open.isEmpty()) {
            open.pop().end();
        }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        if (!open.isEmpty()) {
            open.peek().add(property);
        }
    }

    @Override
    public void onVersion(String value, Context context) {
        // Events look the same in both versions of the format.
    }

    @Override
    public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
        if (warning == Warning.MALFORMED_LINE
                && notUnderstood.size() < MOST_REMARKS
                && open.stream().anyMatch(component -> component.is(EVENT))) {
            notUnderstood.add(NotUnderstood.in(
                    lines.number(context.getLineNumber()), context.getUnfoldedLine(), "not a line of a calendar"));
        }
    }
}
