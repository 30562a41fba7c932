package dev.lectern.notification.mail;

import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What differs between two facts, in the mail's words and in the order in which the mail says it. */
public final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** Empty when both say the same. Presenters are compared by id, in any order; of an abstract it is only said that it changed. */
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
        if (!localStart(old).equals(localStart(current))) {
            add("startsAt", When.of(old), When.of(current));
        }
        if (old.durationMinutes() != current.durationMinutes()) {
            add("durationMinutes", minutes(old), minutes(current));
        }
        compare("timeZone", old.timeZone(), current.timeZone());
    }

    private void compareAbstracts(String old, String current) {
        if (!Objects.equals(text(old), text(current))) {
            add("abstract", null, null);
        }
    }

    private void comparePresenters(List<Facts.Person> old, List<Facts.Person> current) {
        if (!ids(old).equals(ids(current))) {
            add("presenters", names(old), names(current));
        }
    }

    private void compare(String field, String old, String current) {
        if (!Objects.equals(text(old), text(current))) {
            add(field, text(old), text(current));
        }
    }

    private void add(String field, String old, String current) {
        found.add(new Difference(field, old, current));
    }

    /** With its offset: the same instant on another clock is a difference to a person. */
    private static OffsetDateTime localStart(Facts facts) {
        return facts.startsAt().atZoneSameInstant(ZoneId.of(facts.timeZone())).toOffsetDateTime();
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
