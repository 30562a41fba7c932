package dev.lectern.chassis.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people wrote, made harmless for a place that has no escaping of its own (a header, a line of text, a calendar's
 * property), or alike where it means the same.
 */
public final class PlainText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u000B\\u000C\\u0085\\u2028\\u2029]");

    /**
     * Control characters, lone surrogates, and those marks that turn the direction of what follows them (Unicode's UAX
     * 9: embeddings, overrides, isolates): left open in a title they would turn the rest of our line. The harmless LRM
     * and RLM stay.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private PlainText() {}

    /** One line; nothing for null. */
    public static String line(String text) {
        return spaced(paragraphs(text));
    }

    /** One line of at most so many characters (code points), ended by {@code …} where it was cut. */
    public static String line(String text, int most) {
        var line = line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    /** With its line breaks, each a single LF; nothing for null. */
    public static String paragraphs(String text) {
        if (text == null) {
            return "";
        }
        var lines = LINE_ENDS.matcher(text).replaceAll("\n");
        return UNPRINTABLE.matcher(lines).replaceAll(" ").strip();
    }

    /** With one blank for each run of white space, of any kind and with the ends of lines, and none around it. */
    public static String spaced(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /**
     * As it is read, whatever a spreadsheet or a keyboard made of it: composition (Unicode's NFKC), white space and
     * case do not count.
     */
    public static String folded(String text) {
        return caseless(spaced(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    /** Folded, and without accents and other marks (Unicode's NFKD); nothing for null. */
    public static String bare(String text) {
        if (text == null) {
            return "";
        }
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return caseless(spaced(letters));
    }

    /** Upper case comes first: ß and SS are the same letters. */
    private static String caseless(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Its beginning of so many characters (code points), followed by {@code …}, where it has more. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** Without white space around it; null where nothing is left. */
    public static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
