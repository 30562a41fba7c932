package dev.lectern.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextOfRichTextTest {

    @Test
    void markdownLosesItsMarks() {
        assertThat(RichText.plain("# Bells\n\nRopes are **to** *blame*, `always`.\n\n- one\n- two"))
                .isEqualTo("Bells\n\nRopes are to blame, always.\n\n- one\n- two");
    }

    @Test
    void linksShowWhereTheyLeadUnlessTheySayItThemselves() {
        assertThat(RichText.plain("See [the paper](https://bells.example/a) or <https://bells.example/b>."))
                .isEqualTo("See the paper (https://bells.example/a) or https://bells.example/b.");
    }

    @Test
    void markupIsTextOfItsOwn() {
        assertThat(RichText.plain("for p < 0.05 & x > 1")).isEqualTo("for p < 0.05 & x > 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$\\alpha^2$ | α²",
                "$E = mc^2$ | E = mc²",
                "$x_{i+1}$ | xᵢ₊₁",
                "$\\frac{a+b}{2}$ | (a + b)/2",
                "$\\sqrt{x}$ | √x",
                "$\\mathbb{R}^n$ | ℝⁿ",
                "$x^{\\mathcal{Q}}$ | x^𝒬",
                "$\\sum_{i=1}^n i \\le \\infty$ | ∑ᵢ₌₁ⁿi ≤ ∞",
                "$\\hat{x}$ | x̂"
            })
    void formulasAreWrittenInTheLettersOfUnicode(String written, String plain) {
        assertThat(RichText.plain("so " + written + " holds")).isEqualTo("so " + plain + " holds");
    }

    @Test
    void aFormulaThatCannotBeReadStaysAsWritten() {
        assertThat(RichText.plain("see $\\nonsense{x}$")).isEqualTo("see $\\nonsense{x}$");
    }

    @Test
    void aDisplayedFormulaStandsAlone() {
        assertThat(RichText.plain("One\n\n$$\nx^2\n$$\n\nTwo")).isEqualTo("One\n\nx²\n\nTwo");
    }

    /** Only what would never end is found here; LinearTimeTest counts. */
    @Timeout(60)
    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "*", "*a ", "[", "**a ", "$x$ ", "$\\frac{1}{", "\\(", "`", "\u202E"})
    void everyTextIsReadToItsEnd(String piece) {
        var text = piece.repeat(50_000 / piece.length());
        assertThatCode(() -> RichText.plain(text)).doesNotThrowAnyException();
    }
}
