package dev.lectern.chassis.text;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Leaves to Markdown's own parsers only those less-than signs that something ends before the next one begins. They look
 * from each sign to the end of the text for what would end an address or a comment, so that a text of such signs would
 * take time that grows with the square of its length. What is left out is shown as it is written, as all markup is.
 */
final class LessThanParser implements InlineContentParser {

    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new LessThanParser();
        }
    }

    private LessThanParser() {}

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        var behind = scanner.position();
        // Comments, declarations and instructions may end far behind the next ">", or nowhere.
        if (scanner.peek() != '!' && scanner.peek() != '?' && isClosed(scanner)) {
            return ParsedInline.none();
        }
        return ParsedInline.of(new Text("<"), behind);
    }

    private static boolean isClosed(Scanner scanner) {
        while (scanner.hasNext() && scanner.peek() != '<') {
            if (scanner.next('>')) {
                return true;
            }
            scanner.next();
        }
        return false;
    }
}
