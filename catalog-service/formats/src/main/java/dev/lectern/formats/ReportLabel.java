package dev.lectern.formats;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The labels of a contribution, above and below its text, in the languages of {@link ReportWords}. */
enum ReportLabel {
    ID("id"),
    CODE("code"),
    TYPE("type"),
    AUTHORS("authors"),
    CO_AUTHORS("coauthors"),
    PRESENTERS("presenters"),
    SESSION("session"),
    TRACK("track");

    private static final Map<String, ReportLabel> KEYS = new HashMap<>();

    static {
        Stream.of(values()).forEach(label -> ReportWords.of(label.meaning).forEach(word -> KEYS.put(word, label)));
    }

    private static final Pattern UNKNOWN =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{M}/()-]*( [\\p{L}\\p{M}/()-]+){0,2} ?:(.*[^.!?])?");
    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_UNKNOWN = 80;

    private final String meaning;

    ReportLabel(String meaning) {
        this.meaning = meaning;
    }

    /** Whether it stands below the text of a contribution, and not in its head. */
    boolean isBelowText() {
        return compareTo(TYPE) > 0;
    }

    /** The label that a line begins with; null if it is none of ours. */
    static ReportLabel of(ReportLine line) {
        var colon = line.text().indexOf(':');
        return colon < 0 || colon > LONGEST_KEY
                ? null
                : KEYS.get(ReportWords.folded(line.text().substring(0, colon)));
    }

    /**
     * {@code Foo: bar} may be one, a sentence is none: a label has up to three words, and its value does not end like a
     * sentence.
     */
    static boolean isLikely(ReportLine line) {
        return line.text().length() <= LONGEST_UNKNOWN
                && UNKNOWN.matcher(line.plain()).matches();
    }

    /** What follows the label on its line, without marks of bold print; "" for nothing. */
    static String valueIn(ReportLine line) {
        var plain = line.plain();
        return ReportLine.unmarked(plain.substring(plain.indexOf(':') + 1));
    }
}
