package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What differs between two facts, in the order in which the mail says it. */
public final class Differences {

    private final List<String> fields = new ArrayList<>();

    private Differences(Facts old, Facts current) {
        compare("startsAt", isAtAnotherTime(old, current));
        compare("durationMinutes", old.durationMinutes() != current.durationMinutes());
        compare("timeZone", differ(old.timeZone(), current.timeZone()));
        compare("room", differ(old.room(), current.room()));
        compare("title", differ(old.title(), current.title()));
        compare("abstract", differ(old.abstractText(), current.abstractText()));
        compare("type", differ(old.type(), current.type()));
        compare("track", differ(old.track(), current.track()));
        compare("presenters", !ids(old.presenters()).equals(ids(current.presenters())));
    }

    /**
     * Whether both say the same, which no language decides. Presenters are compared by id, in any order. What differs
     * in white space only is the same.
     */
    public static boolean isNone(Facts old, Facts current) {
        return new Differences(old, current).fields.isEmpty();
    }

    /** In the words of a language; of an abstract it is only said that it changed. */
    public static List<Difference> between(Facts old, Facts current, Language language) {
        return new Differences(old, current)
                .fields.stream()
                        .map(field -> new Difference(field, text(field, old, language), text(field, current, language)))
                        .toList();
    }

    private void compare(String field, boolean differs) {
        if (differs) {
            fields.add(field);
        }
    }

    /** Null where there is nothing to show. */
    private static String text(String field, Facts facts, Language language) {
        return switch (field) {
            case "startsAt" -> When.of(facts, language);
            case "durationMinutes" -> minutes(facts, language);
            case "timeZone" -> text(facts.timeZone());
            case "room" -> text(facts.room());
            case "title" -> text(facts.title());
            case "type" -> text(facts.type());
            case "track" -> text(facts.track());
            case "presenters" -> names(facts.presenters());
            default -> null;
        };
    }

    /** White space is no news, whatever characters it is made of. */
    private static boolean differ(String old, String current) {
        return !Objects.equals(old, current) && !PlainText.line(old).equals(PlainText.line(current));
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

    private static String minutes(Facts facts, Language language) {
        return language.say("minutes", Map.of("count", facts.durationMinutes())).plain();
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
