package dev.lectern.formats;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The labels of a contribution, above and below its text. They are singular or plural: {@code Author:}, {@code Authors:}, {@code Author(s):}. */
enum ReportLabel {
    ID,
    CODE,
    TYPE,
    AUTHORS,
    CO_AUTHORS,
    PRESENTERS,
    SESSION,
    TRACK;

    // "Primary author" is how older versions of Indico say "Author".
    private static final Map<String, ReportLabel> KEYS = Map.of(
            "contribution id", ID,
            "contribution code", CODE,
            "type", TYPE,
            "author", AUTHORS,
            "primary author", AUTHORS,
            "co-author", CO_AUTHORS,
            "presenter", PRESENTERS,
            "session classification", SESSION,
            "track classification", TRACK);
    private static final Pattern PLURAL = Pattern.compile("(s|\\(s\\))$");
    private static final Pattern UNKNOWN =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{M}/()-]*( [\\p{L}\\p{M}/()-]+){0,2} ?:(.*[^.!?])?");
    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_UNKNOWN = 80;

    /** The label that a line begins with; null if it is none of ours. */
    static ReportLabel of(ReportLine line) {
        var colon = line.text().indexOf(':');
        if (colon < 0 || colon > LONGEST_KEY) {
            return null;
        }
        var key = ReportLine.plain(line.text().substring(0, colon)).toLowerCase(Locale.ROOT);
        return KEYS.get(PLURAL.matcher(key).replaceFirst(""));
    }

    /** {@code Foo: bar} may be one, a sentence is none: a label has up to three words, and its value does not end like a sentence. */
    static boolean isLikely(ReportLine line) {
        return line.text().length() <= LONGEST_UNKNOWN
                && UNKNOWN.matcher(line.plain()).matches();
    }

    /** What follows the label on its line; "" for nothing. */
    static String valueIn(ReportLine line) {
        var plain = line.plain();
        return plain.substring(plain.indexOf(':') + 1).strip();
    }
}
