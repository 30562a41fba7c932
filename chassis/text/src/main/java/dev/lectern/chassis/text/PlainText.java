package dev.lectern.chassis.text;

import java.util.regex.Pattern;

/** What people wrote, made harmless for a place that has no escaping of its own: a header, a line of text, a calendar's property. */
public final class PlainText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u000B\\u000C\\u0085\\u2028\\u2029]");

    /**
     * Control characters, lone surrogates, and those marks that turn the direction of what follows them (Unicode's UAX 9: embeddings,
     * overrides, isolates): left open in a title they would turn the rest of our line. The harmless LRM and RLM stay.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    /** One line; nothing for null. */
    public static String line(String text) {
        return SPACE.matcher(paragraphs(text)).replaceAll(" ").strip();
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
}
