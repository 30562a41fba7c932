package dev.lectern.formats;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a report say what its layout has no place for. A letter that would be taken for a part of the layout, or be lost
 * in it, is written {@code \U{0043}}, by its code point in hexadecimal. Where a text has such a code of its own, that
 * gets one more backslash. No report of Indico's has any.
 */
public final class ReportEscape {

    /** From the first backslash of a row, so that a text of backslashes takes linear time. */
    static final Pattern CODE = Pattern.compile("(?<!\\\\)\\\\++U\\{[0-9A-F]{4,6}}");

    /**
     * Marks of bold print, and spaces that a line loses: those at its ends or beside another, and those that are no
     * plain ones.
     */
    private static final Pattern LOST =
            Pattern.compile("\\*\\*|^\\s|\\s$|(?<= ) |[\\s&&[^ ]]", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ASTERISK = Pattern.compile("\\*");

    private static final Pattern BREAK_OR_EDGE = Pattern.compile("^\\s|\\s$|[\\n\\r]", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern BOLD_LINE = Pattern.compile("\\*\\*[^*]+\\*\\*");

    /** A duration, behind a date or alone. */
    private static final Pattern DURATION =
            Pattern.compile("(?:.{0,120}(?:19|20)[0-9]{2}.{1,25}[0-9]{1,2}[:.h][0-9]{2}.{0,8})?\\([^()]{1,80}\\)");

    private ReportEscape() {}

    /** A text of any number of lines. */
    public static String text(String text) {
        var whole = literal(text).replace("\r", coded("\r"));
        var start = 0;
        var end = whole.length();
        while (start < end && isBlank(whole.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(whole.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return coded(whole);
        }
        return whole.substring(0, start).replace("\n", coded("\n"))
                + whole.substring(start, end).lines().map(ReportEscape::apart).collect(Collectors.joining("\n"))
                + whole.substring(end).replace("\n", coded("\n"));
    }

    /** A title, which is a line of its own. */
    public static String title(String title) {
        return apart(coded(BREAK_OR_EDGE, literal(title)));
    }

    /** What stands behind a label or in bold print, within a line. */
    public static String value(String value) {
        var written = coded(LOST, literal(value));
        return ReportWords.isUnspecified(value) ? firstCoded(written) : apart(written);
    }

    /** The name of a custom field, which stands in bold print alone. */
    public static String field(String name) {
        return coded(ASTERISK, value(name));
    }

    /** A part of a person's name, however that is written. */
    static String name(String part) {
        return part.codePoints()
                .mapToObj(letter -> Character.isLetterOrDigit(letter) ? Character.toString(letter) : code(letter))
                .collect(Collectors.joining());
    }

    /** The text that was escaped. */
    static String undo(String written) {
        return written == null || !written.contains("\\U{")
                ? written
                : CODE.matcher(written).replaceAll(code -> {
                    var own = code.group().substring(1);
                    return Matcher.quoteReplacement(
                            own.startsWith("\\")
                                    ? own
                                    : Character.toString(letter(Integer.parseInt(own, 2, own.length() - 1, 16))));
                });
    }

    /** What was escaped in the layout of a contribution. People are read by themselves. */
    static ReportedContribution undo(ReportedContribution read) {
        var kind = read.classification();
        return new ReportedContribution(
                read.number(),
                read.externalId(),
                read.line(),
                undo(read.title()),
                undo(read.abstractText()),
                new Classification(
                        undo(kind.code()),
                        undo(kind.type()),
                        undo(kind.track()),
                        undo(kind.session()),
                        kind.language(),
                        kind.tags()),
                read.durationMinutes(),
                read.state(),
                read.people(),
                read.links(),
                read.customFields().stream()
                        .map(field -> new CustomField(undo(field.name()), undo(field.value())))
                        .toList(),
                read.placement());
    }

    private static int letter(int codePoint) {
        var isLetter = Character.isValidCodePoint(codePoint)
                && codePoint > 0
                && (codePoint > Character.MAX_SURROGATE || codePoint < Character.MIN_SURROGATE);
        return isLetter ? codePoint : '\uFFFD';
    }

    private static String apart(String line) {
        return isLayout(line) ? firstCoded(line) : line;
    }

    private static boolean isLayout(String text) {
        var line = new ReportLine(0, text);
        return ReportLabel.of(line) != null
                || BOLD_LINE.matcher(text.strip()).matches()
                || DURATION.matcher(line.plain()).matches();
    }

    private static String firstCoded(String line) {
        var second = line.offsetByCodePoints(0, 1);
        return coded(line.substring(0, second)) + line.substring(second);
    }

    private static String literal(String text) {
        return CODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement("\\" + code.group()));
    }

    private static String coded(Pattern which, String text) {
        return which.matcher(text).replaceAll(found -> Matcher.quoteReplacement(coded(found.group())));
    }

    private static String coded(String letters) {
        return letters.codePoints().mapToObj(ReportEscape::code).collect(Collectors.joining());
    }

    private static String code(int letter) {
        return "\\U{%04X}".formatted(letter);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
