package dev.lectern.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    @Test
    void markdownIsRendered() {
        // When
        var html = RichText.html("Ropes are to *blame*.\n\nSee [the paper](https://bells.example/a).");
        // Then
        assertThat(html)
                .contains("<em>blame</em>")
                .contains("<p>")
                .contains("href=\"https://bells.example/a\"")
                .contains("nofollow");
    }

    @Test
    void headingsGiveWayToThoseOfThePage() {
        assertThat(RichText.html("# Loud")).contains("<h4>Loud</h4>");
    }

    @Test
    void lessThanIsLessThan() {
        assertThat(RichText.html("for p < 0.05 & x > 1")).contains("p &lt; 0.05 &amp; x &gt; 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![x](https://bells.example/pixel.png)",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<svg/onload=alert(1)>",
                "<style>body{display:none}</style>",
                "</div></article><h1>Not the title</h1>",
                "[x](https://bells.example/\"onmouseover=\"alert(1))",
                "<https://bells.example/\"><script>alert(1)</script>>"
            })
    void nothingInItIsObeyed(String hostile) {
        assertThat(RichText.html(hostile))
                .doesNotContainPattern("(?i)<(script|img|svg|style|h1|/div|/article)")
                .doesNotContainPattern("(?i)<[^>]*(href|src)\\s*=\\s*.?(javascript|data)")
                .doesNotContainPattern("(?i)<[^>]*\"\\s*on[a-z]+\\s*=");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "*", "*a ", "[", "**a "})
    void nestingWithoutEndIsShownAndBreaksNothing(String piece) {
        // When
        var html = RichText.html(piece.repeat(12_000) + "<b>end</b>");
        // Then
        assertThat(html).contains("end").doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$$",
                "\\(",
                "\\[",
                "[",
                "*",
                "$a$",
                "$*",
                "$_",
                "$(",
                "\\(\\[",
                "](",
                "![",
                "10.1234/",
                "arXiv:",
                "http://"
            })
    void fiftyThousandLettersOfAnythingAreShown(String piece) {
        // When
        var html = RichText.html(piece.repeat(50_000 / piece.length()) + " <b>end</b>");
        // Then
        assertThat(html).contains("end").doesNotContain("<b>");
    }

    @Test
    void underscoresAndAsterisksOfFormulasAreNoEmphasis() {
        // When
        var html = RichText.html("$a_1$ and $b_2$ and $x*y*z$ and *really*");
        // Then
        assertThat(html)
                .contains("<math><msub><mi>a</mi><mn>1</mn></msub></math>")
                .contains("<em>really</em>")
                .containsOnlyOnce("<em>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $5 and $10",
                "between $20,000 and $30,000",
                "from $5-$10",
                "US$5 to 10 US$.",
                "5$ or 10$",
                "$5 million, or 6 M$",
                "a single $",
                "$ x $",
                "unclosed $x_1",
                "unclosed \\\\(x",
                "\\$x\\$"
            })
    void moneyIsNoFormula(String text) {
        assertThat(RichText.html(text)).contains("$".equals(text) ? "" : "<p>").doesNotContain("<math", "<code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10$^{-5}$",
                "CO$_2$",
                "SU(2)$\\times$U(1)",
                "$2\\pi$",
                "\\(x\\)",
                "\\[x\\]",
                "$$x$$",
                "*$x$*",
                "[$x$](https://a.example)"
            })
    void formulasStandAmongWords(String text) {
        assertThat(RichText.html(text)).contains("<math").doesNotContain("$");
    }

    @Test
    void aFormulaOfSeveralLinesIsNoListAndNoHeading() {
        // When
        var html = RichText.html("So\n$$\na\n- b\n= c\n$$\nit is.");
        // Then
        assertThat(html)
                .contains("<math display=\"block\">")
                .contains("<p>it is.</p>")
                .doesNotContain("<li>", "<h4>");
    }

    @Test
    void aFormulaThatIsNeverClosedEndsWithItsParagraph() {
        assertThat(RichText.html("$$\na *b*\n\n- c")).contains("$$", "<em>b</em>", "<li>c</li>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\newcommand{\\a}{\\a\\a}\\a",
                "\\def\\a{b}",
                "\\input{/etc/passwd}",
                "\\includegraphics{a.png}",
                "\\href{javascript:alert(1)}{x}",
                "\\unknown{x}",
                "\\frac{a}",
                "{a",
                "a}",
                "x^y^z",
                "a & b",
                "50%",
                "\\begin{verbatim}x\\end{verbatim}",
                "\\text{a {b} c}",
                "\\left( x",
                "<script>\\x</script>"
            })
    void whatIsNotKnownIsShownAsItWasWritten(String tex) {
        // When
        var html = RichText.html("Before $" + tex + "$ after");
        // Then
        assertThat(html)
                .contains("Before <code>$"
                        + RichText.html("`" + tex + "`")
                                .replaceAll("</?p>|</?code>", "")
                                .strip() + "$</code> after")
                .doesNotContain("<script");
    }

    @Test
    void markupInAFormulaIsShown() {
        assertThat(RichText.html("$a<img src=x onerror=alert(1)>b$"))
                .contains("&lt;")
                .doesNotContain("<img");
        assertThat(RichText.html("$\\text{</mtext><script>alert(1)</script>}$")).doesNotContain("<script");
    }

    @Test
    void whatIsTooLongOrTooDeepToBeReadIsShown() {
        for (var tex : List.of(
                "x".repeat(2_001),
                "{".repeat(900) + "x" + "}".repeat(900),
                "\\sqrt".repeat(300) + "x",
                "x^".repeat(900) + "x",
                "\\left(".repeat(300))) {
            assertThat(RichText.html("$" + tex + "$")).contains("<code>").doesNotContain("<math");
        }
    }

    @Test
    void noTextHasMoreFormulasThanAreRead() {
        // When
        var html = RichText.html("$x$ ".repeat(600));
        // Then
        assertThat(html.split("<math>", -1)).hasSize(501);
        assertThat(html.split("<code>", -1)).hasSize(101);
    }

    @Test
    void papersAndAddressesBecomeLinks() {
        // When
        var html = RichText.html(
                "See arXiv:2401.01234v2, arXiv:hep-th/9901001, (doi:10.1234/ab_c_d(1)), 10.1000/182. https://a.example/x_y_z.");
        // Then
        assertThat(html)
                .contains(
                        "<a href=\"https://arxiv.org/abs/2401.01234v2\" rel=\"nofollow noopener\">arXiv:2401.01234v2</a>,")
                .contains("https://arxiv.org/abs/hep-th/9901001\"")
                .contains(">doi:10.1234/ab_c_d(1)</a>),")
                .contains("<a href=\"https://doi.org/10.1000/182\" rel=\"nofollow noopener\">10.1000/182</a>.")
                .contains(">https://a.example/x_y_z</a>.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`10.1234/abc`",
                "version 10.12345",
                "1.10.1234/abc",
                "arXiv:12",
                "myarXiv:2401.01234",
                "javascript://x",
                "$10.1234/abc$"
            })
    void whatOnlyLooksLikeOneBecomesNone(String text) {
        assertThat(RichText.html(text)).doesNotContain("<a ");
    }

    @Test
    void aLinkHasNoLinkInIt() {
        assertThat(RichText.html("[https://good.example](https://other.example)"))
                .isEqualToIgnoringWhitespace(
                        "<p><a href=\"https://other.example\" rel=\"nofollow noopener\">https://good.example</a></p>");
    }

    @Test
    void lettersCannotBeTurnedAround() {
        assertThat(RichText.html("\u202Egnp.exe\u202C &#x202E;x `\u2066y` [z](https://a.example/\u202Ez)"))
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]|&#x?20(2[a-eA-E]|6[6-9])")
                .contains("gnp.exe");
    }
}
