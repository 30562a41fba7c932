package dev.lectern.formats;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/**
 * Characters that do something instead of being seen. Those that turn the direction of text around (Unicode's bidirectional algorithm, UAX 9)
 * can make a name or a title, and what stands behind it, look like another.
 */
final class Controls {

    private static final Pattern DIRECTIONS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\t\n\u000B\f\r\u0085\u2028\u2029]\\s*");
    private static final Pattern OTHERS = Pattern.compile("\\p{Cc}");
    private static final Pattern OTHERS_IN_LINES = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");

    private static final char POP_DIRECTIONAL_FORMATTING = '\u202C';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';
    private static final int DEEPEST = 125;

    private Controls() {}

    static boolean haveDirections(String text) {
        return DIRECTIONS.matcher(text).find();
    }

    static String withoutDirections(String text) {
        return DIRECTIONS.matcher(text).replaceAll("");
    }

    /** On one line, and without any of these characters. */
    static String oneLine(String text) {
        var line = BREAKS.matcher(withoutDirections(text)).replaceAll(" ");
        return OTHERS.matcher(line).replaceAll("").strip();
    }

    /** With what Markdown can have: ends of lines and tabs. */
    static String lines(String text) {
        return OTHERS_IN_LINES.matcher(text).replaceAll("");
    }

    /** Whether each change of direction ends within the text, and none goes against the letters' own. */
    static boolean areBalanced(String text) {
        var open = new ArrayDeque<Character>();
        for (var i = 0; i < text.length(); i++) {
            var end =
                    switch (text.charAt(i)) {
                        case '\u202A', '\u202B' -> POP_DIRECTIONAL_FORMATTING;
                        case '\u2066', '\u2067', '\u2068' -> POP_DIRECTIONAL_ISOLATE;
                        default -> '\0';
                    };
            if (end != '\0') {
                open.push(end);
            }
            var isOverride = text.charAt(i) == '\u202D' || text.charAt(i) == '\u202E';
            var isEnd = text.charAt(i) == POP_DIRECTIONAL_FORMATTING || text.charAt(i) == POP_DIRECTIONAL_ISOLATE;
            if (isOverride || open.size() > DEEPEST || (isEnd && (open.isEmpty() || open.pop() != text.charAt(i)))) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
