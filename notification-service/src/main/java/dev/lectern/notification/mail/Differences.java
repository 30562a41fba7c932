package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What differs between two facts, in the mail's words and in the order in which the mail says it. */
public final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /**
     * Empty when both say the same. Presenters are compared by id, in any order; of an abstract it is only said that it
     * changed. What differs in white space only is the same.
     */
    public static List<Difference> between(Facts old, Facts current) {
        var differences = new Differences();
        differences.compareTimes(old, current);
        differences.compare("room", old.room(), current.room());
        differences.compare("title", old.title(), current.title());
        differences.compareAbstracts(old.abstractText(), current.abstractText());
        differences.compare("type", old.type(), current.type());
        differences.compare("track", old.track(), current.track());
        differences.comparePresenters(old.presenters(), current.presenters());
        return List.copyOf(differences.found);
    }

    private void compareTimes(Facts old, Facts current) {
        if (isAtAnotherTime(old, current)) {
            add("startsAt", When.of(old), When.of(current));
        }
        if (old.durationMinutes() != current.durationMinutes()) {
            add("durationMinutes", minutes(old), minutes(current));
        }
        compare("timeZone", old.timeZone(), current.timeZone());
    }

    private void compareAbstracts(String old, String current) {
        if (differ(old, current)) {
            add("abstract", null, null);
        }
    }

    private void comparePresenters(List<Facts.Person> old, List<Facts.Person> current) {
        if (!ids(old).equals(ids(current))) {
            add("presenters", names(old), names(current));
        }
    }

    private void compare(String field, String old, String current) {
        if (differ(old, current)) {
            add(field, text(old), text(current));
        }
    }

    /** White space is no news, whatever characters it is made of. */
    private static boolean differ(String old, String current) {
        return !Objects.equals(old, current) && !PlainText.line(old).equals(PlainText.line(current));
    }

    private void add(String field, String old, String current) {
        found.add(new Difference(field, old, current));
    }

    /**
     * Within one zone moments are compared: a clock shows some of them twice. Between zones the clocks are: the same
     * moment on another clock is a difference to a person, and where the clock stays, only the zone is.
     */
    private static boolean isAtAnotherTime(Facts old, Facts current) {
        return old.timeZone().equals(current.timeZone())
                ? !old.startsAt().isEqual(current.startsAt())
                : !News.clock(old).equals(News.clock(current));
    }

    private static String minutes(Facts facts) {
        var minutes = facts.durationMinutes();
        return minutes + (minutes == 1 ? " minute" : " minutes");
    }

    /** Whoever turned out to be one person with another was listed twice, and is no longer. */
    private static List<UUID> ids(List<Facts.Person> presenters) {
        return presenters.stream().map(Facts.Person::id).sorted().toList();
    }

    private static String names(List<Facts.Person> presenters) {
        return text(presenters.stream().map(Facts.Person::name).collect(Collectors.joining(", ")));
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
