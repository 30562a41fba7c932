package dev.lectern.chassis.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds formulas before Markdown sees asterisks and underscores in them: {@code $…$} and {@code \(…\)} in a line,
 * {@code $$…$$} and {@code \[…\]} on lines of their own. What opens one looks no further than to what could open or
 * close the next, so time is linear.
 */
final class MathsParser implements InlineContentParser {

    /** Words, and nothing that only a formula has: the dollars around them are money. */
    private static final Pattern PROSE =
            Pattern.compile("[^\\\\^_{}=+<>]*(\\p{L}{2,30}\\s|\\s\\p{L}{2,30})[^\\\\^_{}=+<>]*");

    private static final int LONGEST_PROSE = 200;

    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new MathsParser();
        }
    }

    private MathsParser() {}

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        var start = scanner.position();
        if (scanner.next("$$")) {
            return upTo("$$", start, scanner, true);
        }
        if (scanner.next('$')) {
            return Character.isWhitespace(scanner.peek()) ? ParsedInline.none() : upTo("$", start, scanner, false);
        }
        if (scanner.next("\\(")) {
            return upTo("\\)", start, scanner, false);
        }
        return scanner.next("\\[") ? upTo("\\]", start, scanner, true) : ParsedInline.none();
    }

    private static ParsedInline upTo(String close, Position start, Scanner scanner, boolean isDisplayed) {
        var open = scanner.position();
        var end = close.startsWith("$") ? dollar(scanner) : bracket(close.charAt(1), scanner);
        if (end == null || !scanner.next(close)) {
            return ParsedInline.none();
        }
        var tex = scanner.getSource(open, end).getContent();
        if (tex.isBlank() || (close.equals("$") && !isFormula(tex, scanner.peek()))) {
            return ParsedInline.none();
        }
        var written = scanner.getSource(start, scanner.position()).getContent();
        return ParsedInline.of(new Maths(tex.strip(), written, isDisplayed), scanner.position());
    }

    /** As Pandoc has it, so that prices are none: no space inside at the ends, no digit behind. */
    private static boolean isFormula(String tex, char behind) {
        var last = tex.charAt(tex.length() - 1);
        return !Character.isWhitespace(last)
                && !Character.isDigit(behind)
                && !(tex.length() <= LONGEST_PROSE && PROSE.matcher(tex).matches());
    }

    /** Before the next dollar that no backslash takes away; null for none. */
    private static Position dollar(Scanner scanner) {
        while (scanner.hasNext()) {
            if (scanner.peek() == '$') {
                return scanner.position();
            }
            if (scanner.next('\\') && !scanner.hasNext()) {
                return null;
            }
            scanner.next();
        }
        return null;
    }

    /** Before the backslash of this bracket; null where another formula opens first. */
    private static Position bracket(char close, Scanner scanner) {
        while (scanner.hasNext()) {
            var position = scanner.position();
            if (scanner.next('\\')) {
                if (scanner.peek() == close) {
                    scanner.setPosition(position);
                    return position;
                }
                if (scanner.peek() == '(' || scanner.peek() == '[') {
                    return null;
                }
            }
            scanner.next();
        }
        return null;
    }
}
