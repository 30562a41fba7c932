package dev.lectern.formats;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.lectern.chassis.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A component of a calendar, as VEVENT, with the properties that are its own and are made use of; of most the first
 * one.
 */
final class CalendarComponent {

    /** They may be there several times; the other properties may not (RFC 5545, 3.6.1), or only the first counts. */
    private static final Set<String> LISTS = Set.of("CATEGORIES");

    private static final Set<String> USED = Set.of(
            "UID",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "URL",
            "STATUS",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "RECURRENCE-ID",
            "CATEGORIES",
            "TZID",
            "X-LIC-LOCATION",
            "X-WR-CALNAME",
            "X-WR-TIMEZONE",
            "NAME");
    private static final int MOST_OF_A_LIST = 50;

    /** In characters; more of them than a contribution can have fit into it. */
    private static final int LONGEST_LIST = 10_000;

    private final String name;
    private final int line;
    private final Map<String, List<VObjectProperty>> properties = new LinkedHashMap<>();
    private boolean isEnded;

    /** @param line at which it begins, from 1 */
    CalendarComponent(String name, int line) {
        this.name = name.toUpperCase(Locale.ROOT);
        this.line = line;
    }

    void add(VObjectProperty property) {
        var key = property.getName().toUpperCase(Locale.ROOT);
        if (!USED.contains(key)) {
            return;
        }
        var before = properties.getOrDefault(key, List.of());
        if (before.isEmpty() || (LISTS.contains(key) && before.size() < MOST_OF_A_LIST)) {
            properties.put(
                    key, Stream.concat(before.stream(), Stream.of(property)).toList());
        }
    }

    void end() {
        isEnded = true;
    }

    /** Whether the file goes on to its end. */
    boolean isWhole() {
        return isEnded;
    }

    boolean is(String which) {
        return name.equals(which);
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    /** Null for none. */
    VObjectProperty property(String key) {
        return properties.containsKey(key) ? properties.get(key).get(0) : null;
    }

    /** What is behind its name, as it stands there; null for none, or a blank one. */
    String value(String key) {
        var property = property(key);
        return property == null || property.getValue() == null
                ? null
                : PlainText.orNull(JsonFile.storable(property.getValue()));
    }

    /** The value of a property that is a text (RFC 5545, 3.3.11). */
    String text(String key) {
        var value = value(key);
        return value == null ? null : PlainText.orNull(VObjectPropertyValues.unescape(value));
    }

    /** All parts of a list of texts. */
    List<String> texts(String key) {
        return properties.getOrDefault(key, List.of()).stream()
                .map(VObjectProperty::getValue)
                .map(list -> list.substring(0, Math.min(LONGEST_LIST, list.length())))
                .flatMap(list -> VObjectPropertyValues.parseList(list).stream())
                .map(text -> PlainText.orNull(JsonFile.storable(text)))
                .filter(text -> text != null)
                .toList();
    }
}
