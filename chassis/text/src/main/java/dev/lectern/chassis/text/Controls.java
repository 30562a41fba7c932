package dev.lectern.chassis.text;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/**
 * Characters that do something instead of being seen, and the one rule by which texts are tidied of them wherever they
 * come in. Those that turn the direction of text around (Unicode's bidirectional algorithm, UAX 9) can make a name or a
 * title, and what stands behind it, look like another: embeddings and overrides are taken out, isolates stay where each
 * ends within the text.
 */
public final class Controls {

    private static final Pattern EMBEDDINGS = Pattern.compile("[\u202A-\u202E]");
    private static final Pattern ISOLATES = Pattern.compile("[\u2066-\u2069]");
    private static final Pattern BREAKS =
            Pattern.compile("(?<! ) *+[\t\n\u000B\f\r\u0085\u2028\u2029][\\s\u0085\u2028\u2029]*+");
    private static final Pattern OTHERS = Pattern.compile("\\p{Cc}");
    private static final Pattern OTHERS_IN_LINES = Pattern.compile("[\\p{Cc}&&[^\t\n\r]]");

    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';
    private static final char DELETE = '\u007F';
    private static final char LAST_OF_C1 = '\u009F';
    private static final int DEEPEST = 125;

    private Controls() {}

    /**
     * On one line, without blanks around it, and without any character that does something; tabs and ends of lines are
     * spaces.
     */
    public static String oneLine(String text) {
        if (hasNone(text)) {
            return text.strip();
        }
        var line = BREAKS.matcher(withoutDirections(text)).replaceAll(" ");
        return OTHERS.matcher(line).replaceAll("").strip();
    }

    /** With what Markdown can have: ends of lines and tabs. */
    public static String lines(String text) {
        return OTHERS_IN_LINES
                .matcher(withoutDirections(text).replace('\u0085', '\n'))
                .replaceAll("");
    }

    /** Whether there are controls of direction that tidying takes out. */
    public static boolean haveDirections(String text) {
        return EMBEDDINGS.matcher(text).find() || !areBalanced(text);
    }

    /** Whether a text has none, as nearly all do: told without comparing each letter with each pattern. */
    private static boolean hasNone(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter < ' '
                    || (letter >= DELETE && letter <= LAST_OF_C1)
                    || (letter >= '\u2028' && letter <= '\u2069')) {
                return false;
            }
        }
        return true;
    }

    private static String withoutDirections(String text) {
        var left = EMBEDDINGS.matcher(text).replaceAll("");
        return areBalanced(left) ? left : ISOLATES.matcher(left).replaceAll("");
    }

    private static boolean areBalanced(String text) {
        var open = new ArrayDeque<Character>();
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter >= '\u2066' && letter < POP_DIRECTIONAL_ISOLATE) {
                open.push(letter);
            }
            if (open.size() > DEEPEST || (letter == POP_DIRECTIONAL_ISOLATE && open.poll() == null)) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
