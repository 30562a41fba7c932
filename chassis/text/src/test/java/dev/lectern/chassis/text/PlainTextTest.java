package dev.lectern.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Blue room|Blue room|blue room|blue room",
                " Blue \t\u00A0 room\u0085|Blue room|blue room|blue room",
                "GROSS|GROSS|gross|gross",
                "Groß|Groß|gross|gross",
                "Jürgen|Jürgen|jürgen|jurgen",
                "Ju\u0308rgen|Ju\u0308rgen|jürgen|jurgen",
                "\uFB01nale \u2163|\uFB01nale \u2163|finale iv|finale iv",
                "ΣΑΣ|ΣΑΣ|σας|σας",
                "``|``|``|``"
            })
    void aTextIsSpacedFoldedAndBared(String text, String spaced, String folded, String bare) {
        assertThat(PlainText.spaced(text)).isEqualTo(spaced);
        assertThat(PlainText.folded(text)).isEqualTo(folded);
        assertThat(PlainText.bare(text)).isEqualTo(bare);
        assertThat(PlainText.folded(folded)).isEqualTo(folded);
        assertThat(PlainText.bare(bare)).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({"Clocks, 6, Clocks", "Clocks, 5, Clock…", "🔔🔔🔔, 3, 🔔🔔🔔", "🔔🔔🔔, 2, 🔔🔔…"})
    void aLongTextIsCutBetweenItsCharacters(String text, int most, String cut) {
        assertThat(PlainText.cut(text, most)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource({"'A\u202Eb\u0007c', A b c", "'a\r\nb\u2028\u2028c ', a b c", "a\u200Eb, a\u200Eb"})
    void aLineHasNothingThatTurnsOrEndsIt(String text, String line) {
        assertThat(PlainText.line(text)).isEqualTo(line);
    }

    @Test
    void whatHasNoLettersIsNothing() {
        assertThat(PlainText.orNull(null)).isNull();
        assertThat(PlainText.orNull(" \t")).isNull();
        assertThat(PlainText.orNull(" a ")).isEqualTo("a");
        assertThat(PlainText.bare(null)).isEmpty();
        assertThat(PlainText.line(null)).isEmpty();
    }
}
