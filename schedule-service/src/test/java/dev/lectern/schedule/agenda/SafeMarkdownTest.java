package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMarkdownTest {

    @Test
    void markdownIsRendered() {
        // When
        var html = SafeMarkdown.html("Ropes are to *blame*.\n\nSee [the paper](https://bells.example/a).");
        // Then
        assertThat(html)
                .contains("<em>blame</em>")
                .contains("<p>")
                .contains("href=\"https://bells.example/a\"")
                .contains("nofollow");
    }

    @Test
    void headingsGiveWayToThoseOfThePage() {
        assertThat(SafeMarkdown.html("# Loud")).contains("<h4>Loud</h4>");
    }

    @Test
    void lessThanIsLessThan() {
        assertThat(SafeMarkdown.html("for p < 0.05 & x > 1")).contains("p &lt; 0.05 &amp; x &gt; 1");
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
        assertThat(SafeMarkdown.html(hostile))
                .doesNotContainPattern("(?i)<(script|img|svg|style|h1|/div|/article)")
                .doesNotContainPattern("(?i)<[^>]*(href|src)\\s*=\\s*.?(javascript|data)")
                .doesNotContainPattern("(?i)<[^>]*\"\\s*on[a-z]+\\s*=");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "*", "*a ", "[", "**a "})
    void nestingWithoutEndIsShownAndBreaksNothing(String piece) {
        // When
        var html = SafeMarkdown.html(piece.repeat(12_000) + "<b>end</b>");
        // Then
        assertThat(html).contains("end").doesNotContain("<b>");
    }
}
