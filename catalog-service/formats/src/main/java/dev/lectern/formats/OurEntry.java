package dev.lectern.formats;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry in a calendar of an agenda, which Lectern has written: the talks among them are contributions, whose type and
 * track are their categories, and whose number is the last part of their page's address.
 */
final class OurEntry {

    private static final Pattern TALK = Pattern.compile(".*/talks/([1-9][0-9]{0,8})");

    private OurEntry() {}

    /** Why such an entry is no contribution; empty where it is one. */
    static Optional<String> objection(CalendarComponent entry) {
        if ("CANCELLED".equalsIgnoreCase(entry.value("STATUS"))) {
            return Optional.of("left out: it has no place in the agenda any more");
        }
        var url = entry.value("URL");
        return url == null || !TALK.matcher(url).matches()
                ? Optional.of("left out: a session or a break of an agenda")
                : Optional.empty();
    }

    /** @param read the same, as an entry of any calendar */
    static FrabEvent of(CalendarComponent entry, FrabEvent read) {
        var number = TALK.matcher(entry.value("URL")).replaceAll("$1");
        var categories = read.classification().tags();
        return new FrabEvent(
                read.line(),
                read.column(),
                read.guid(),
                number,
                read.title(),
                read.texts(),
                new Classification(null, at(categories, 0), at(categories, 1), null, null, List.of()),
                read.minutes(),
                read.state(),
                read.persons(),
                List.of(),
                read.customFields(),
                read.placement(),
                read.remarks());
    }

    private static String at(List<String> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }
}
