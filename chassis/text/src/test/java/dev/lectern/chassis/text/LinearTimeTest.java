package dev.lectern.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts how often letters are looked at, which no busy machine can change. */
class LinearTimeTest {

    private static final int LENGTH = 50_000;
    private static final int LOOKS_PER_LETTER = 20;

    @ParameterizedTest
    @ValueSource(strings = {"$", "$$", "$x ", "$5 and ", "\\(", "\\[", "\\(\\[", "\\)", "$\\", "\\$", "[", "*", "$ x"})
    void formulasAreFoundInLinearTime(String piece) {
        // Given
        var text = new Counted(piece.repeat(LENGTH / piece.length()));
        var scanner = Scanner.of(SourceLines.of(SourceLine.of(text, null)));
        var parser = new MathsParser.Factory().create();
        // When
        while (scanner.hasNext()) {
            var start = scanner.position();
            if (scanner.peek() == '$' || scanner.peek() == '\\') {
                parser.tryParse(() -> scanner);
            }
            scanner.setPosition(start);
            // What a backslash takes away opens nothing.
            if (scanner.next('\\') && !scanner.hasNext()) {
                break;
            }
            scanner.next();
        }
        // Then
        assertThat(text.looks()).isLessThan((long) LOOKS_PER_LETTER * LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http",
                "http://",
                "10.",
                "10.1234/",
                "doi: ",
                "arXiv: ",
                "arXiv:a-",
                "9",
                "a",
                ")",
                "https://a.example/((("
            })
    void linksAreFoundInLinearTime(String piece) {
        // Given
        var text = new Counted(piece.repeat(LENGTH / piece.length()));
        var address = Links.ADDRESS.matcher(text);
        // When
        while (address.find()) {
            assertThat(address.end()).isPositive();
        }
        // Then
        assertThat(text.looks()).isLessThan((long) LOOKS_PER_LETTER * LENGTH);
    }

    /** The paragraph of a text, whose looks are counted. Markdown's own parsers look at it too. */
    private static final class CountedParagraph extends AbstractBlockParser {

        private final Paragraph paragraph = new Paragraph();
        private final Counted text;

        CountedParagraph(Counted text) {
            this.text = text;
        }

        @Override
        public Block getBlock() {
            return paragraph;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            inlines.parse(SourceLines.of(SourceLine.of(text, null)), paragraph);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<a ",
                "<a b",
                "<!",
                "<!--",
                "<!-- > ",
                "<!A",
                "<?",
                "<? > ",
                "<![CDATA[",
                "<a b=\"",
                "<a b='\"",
                "<a@b",
                "<http:",
                "</",
                "</a",
                "<a>",
                "<a b='>'",
                "a<b>c",
                "[a](<b",
                "[a]: <b",
                "![<",
                "*<",
                "$<",
                "*a ",
                "**a ",
                "$x$ ",
                "$\\frac{1}{",
                "\\(",
                "`"
            })
    void markupIsReadInLinearTime(String piece) {
        // Given
        for (var end : List.of("", ">", "-->", "?>", "]]>")) {
            var text = new Counted(piece.repeat(LENGTH / piece.length()) + end);
            var parser = RichText.markdown()
                    .customBlockParserFactory(new AbstractBlockParserFactory() {
                        @Override
                        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
                            return BlockStart.of(new CountedParagraph(text)).atIndex(1);
                        }
                    })
                    .build();
            // When
            parser.parse("%");
            // Then
            assertThat(text.looks()).isBetween((long) LENGTH, (long) LOOKS_PER_LETTER * LENGTH);
        }
    }
}
