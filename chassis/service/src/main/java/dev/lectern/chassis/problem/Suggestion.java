package dev.lectern.chassis.problem;

import dev.lectern.chassis.text.PlainText;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant who used a name that does not exist. */
public final class Suggestion {

    /** A name that is longer is not compared: nothing here is called so. */
    private static final int LONGEST = 100;

    private static final int MOST_LISTED = 25;
    private static final int LETTERS_PER_MISTAKE = 3;
    private static final int MOST_MISTAKES = 3;

    private Suggestion() {}

    /**
     * A sentence about a name that is none of these, with the one that was probably meant, or with all there are.
     *
     * @param what such a name is for, e.g. "member"
     */
    public static String instead(String what, String wrong, Collection<String> known) {
        var said = "There is no " + what + " " + quoted(wrong) + " here";
        var meant = closest(wrong, known);
        if (meant.isPresent()) {
            return said + "; did you mean " + quoted(meant.get()) + "?";
        }
        return known.isEmpty() || known.size() > MOST_LISTED ? said : said + ", only " + listed(known);
    }

    /** The names in their order, e.g. {@code "room" and "startsAt"}. */
    public static String listed(Collection<String> names) {
        var sorted = names.stream().sorted().map(Suggestion::quoted).toList();
        var last = sorted.size() - 1;
        return last < 1
                ? String.join("", sorted)
                : String.join(", ", sorted.subList(0, last)) + " and " + sorted.get(last);
    }

    private static String quoted(String name) {
        return '"' + PlainText.cut(name, LONGEST) + '"';
    }

    private static Optional<String> closest(String wrong, Collection<String> known) {
        if (wrong.isEmpty() || wrong.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = plain(wrong);
        return known.stream()
                .filter(name -> isClose(plain, plain(name)))
                .min(Comparator.<String>comparingInt(name -> mistakes(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A word within the other is close too: "starts" and "startsAt", "roomSlug" and "room". */
    private static boolean isClose(String wrong, String name) {
        var shorter = Math.min(wrong.length(), name.length());
        return mistakes(wrong, name) <= Math.min(MOST_MISTAKES, shorter / LETTERS_PER_MISTAKE)
                || (shorter > LETTERS_PER_MISTAKE && (wrong.contains(name) || name.contains(wrong)));
    }

    private static int mistakes(String wrong, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(wrong, name);
    }

    /** Case and the ways to join words do not matter: {@code starts_at} means {@code startsAt}. */
    private static String plain(String name) {
        return name.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
