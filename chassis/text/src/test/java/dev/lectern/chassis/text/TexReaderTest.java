package dev.lectern.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x^10                     | <mrow><msup><mi>x</mi><mn>1</mn></msup><mn>0</mn></mrow>
            3.5x                     | <mrow><mn>3.5</mn><mi>x</mi></mrow>
            \\frac12                 | <mfrac><mn>1</mn><mn>2</mn></mfrac>
            \\frac{a}{b}             | <mfrac><mi>a</mi><mi>b</mi></mfrac>
            a \\over b               | <mfrac><mi>a</mi><mi>b</mi></mfrac>
            \\sqrt[3]{x}             | <mroot><mi>x</mi><mn>3</mn></mroot>
            x_1^2                    | <msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>
            \\mathrm{d}x             | <mrow><mi mathvariant="normal">d</mi><mi>x</mi></mrow>
            \\mathrm{GeV}            | <mi>GeV</mi>
            \\mathbb{RN}             | <mrow><mi>ℝ</mi><mi>ℕ</mi></mrow>
            \\mathbf{x}\\beta        | <mrow><mi>𝐱</mi><mi>β</mi></mrow>
            \\bm\\beta               | <mi>𝛃</mi>
            \\text{if}               | <mtext>if</mtext>
            \\hat x_1                | <msub><mover accent="true"><mi>x</mi><mo>^</mo></mover><mn>1</mn></msub>
            \\underbrace{x}_n        | <munder><munder><mi>x</mi><mo>⏟</mo></munder><mi>n</mi></munder>
            \\to                     | <mo stretchy="false">→</mo>
            \\not\\in                | <mo stretchy="false">∉</mo>
            a<b                      | <mrow><mi>a</mi><mo stretchy="false">&lt;</mo><mi>b</mi></mrow>
            """)
    void texIsMathMl(String tex, String mathMl) {
        assertThat(written(tex, false)).isEqualTo("<math>" + mathMl + "</math>");
    }

    @Test
    void limitsStandBelowAndAboveWhereThereIsRoom() {
        assertThat(written("\\sum_{i}^n", false)).contains("<msubsup><mo>∑</mo>");
        assertThat(written("\\sum_{i}^n", true)).contains("<munderover><mo>∑</mo>");
        assertThat(written("\\lim_{x}", true)).contains("<munder><mi>lim</mi>");
    }

    @Test
    void aMatrixHasRowsAndCells() {
        assertThat(written("\\begin{pmatrix} 1 & 2 \\\\[2pt] 3 & 4 \\end{pmatrix}", true))
                .contains(
                        "<mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\begin{cases} 1 & x>0 \\\\ 0 & \\text{else} \\end{cases}",
                "\\begin{align*} a &= b \\\\ c &= d \\end{align*}",
                "\\left\\{ x \\middle| y \\right\\}",
                "\\left. f \\right|_0",
                "\\mathcal{O}(n \\log n)",
                "p_T^{\\rm miss}",
                "f''(x)^2",
                "\\bar{\\nu}_e \\to e^- \\pi^0",
                "{}^{14}\\mathrm{C}",
                "\\langle\\psi|\\phi\\rangle",
                "\\sqrt{s}=13~\\text{TeV}",
                "\\Big( x \\Big)",
                "\\binom{n}{k}",
                "\\operatorname*{argmin}_x"
            })
    void whatAbstractsSayIsRead(String tex) {
        assertThat(TexReader.read(tex, true)).isPresent();
    }

    private static String written(String tex, boolean isDisplayed) {
        var out = new StringBuilder();
        TexReader.read(tex, isDisplayed).orElseThrow().write(out);
        return out.toString();
    }
}
