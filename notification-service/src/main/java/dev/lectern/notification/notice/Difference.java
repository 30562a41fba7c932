package dev.lectern.notification.notice;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One difference in the mail's words, e.g. {@code room}, {@code Auditorium}, {@code Blue room}; null where there is
 * nothing to show.
 */
public record Difference(
        String field,
        String old,

        @com.fasterxml.jackson.annotation.JsonProperty("new")
        String current) {

    private static final String PRESENTERS = "presenters";

    /** This difference without these names, wherever they stand alone or in a list. */
    Difference withoutNames(Collection<String> names) {
        return field.equals(PRESENTERS) && !names.isEmpty()
                ? new Difference(field, without(names, old), without(names, current))
                : this;
    }

    private static String without(Collection<String> names, String list) {
        var any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return list == null
                ? null
                : list.replaceAll("(?<=^|, )(?:" + any + ")(?=$|, )", Matcher.quoteReplacement(Facts.Person.ERASED));
    }
}
