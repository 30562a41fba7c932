package dev.lectern.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.Scanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts how often letters are looked at, which no busy machine can change. */
class LinearTimeTest {

    private static final int LENGTH = 50_000;
    private static final int LOOKS_PER_LETTER = 20;

    private record Counted(String text, AtomicLong looks) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks.addAndGet(end - start);
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$$", "$x ", "$5 and ", "\\(", "\\[", "\\(\\[", "\\)", "$\\", "\\$", "[", "*", "$ x"})
    void formulasAreFoundInLinearTime(String piece) {
        // Given
        var text = new Counted(piece.repeat(LENGTH / piece.length()), new AtomicLong());
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
        assertThat(text.looks().get()).isLessThan((long) LOOKS_PER_LETTER * LENGTH);
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
        var text = new Counted(piece.repeat(LENGTH / piece.length()), new AtomicLong());
        var address = Links.ADDRESS.matcher(text);
        // When
        while (address.find()) {
            assertThat(address.end()).isPositive();
        }
        // Then
        assertThat(text.looks().get()).isLessThan((long) LOOKS_PER_LETTER * LENGTH);
    }
}
