package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Bells</p>                                              | Bells
            <p>One</p><p>two</p>                                      | One¶¶two
            <p>One<br>two</p>                                         | One\\¶two
            <p>A <strong>b</strong> <em>c</em> <code>d</code></p>     | A **b** *c* `d`
            <ul><li>a</li><li><p>b</p></li></ul>                      | - a¶- b
            <ol><li>a</li><li>b</li></ol>                             | 1. a¶2. b
            <p>See <a href="https://bells.example/">this</a>.</p>     | See [this](https://bells.example/).
            <p><a href="javascript:alert(1)">this</a></p>             | this
            <h2>Bells</h2><p>Late</p>                                 | #### Bells¶¶Late
            <p>a &lt;b&gt; &amp; $x_1$</p>                            | a <b> & $x_1$
            <p>  a   b  </p>                                          | a b
            <P>Bells</P>                                              | Bells
            <p>unclosed <b>bold>                                      | unclosed **bold>**""")
    void htmlBecomesMarkdown(String html, String markdown) {
        assertThat(HtmlText.markdown(html)).isEqualTo(markdown.replace('¶', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bells", "Use <p> and </p>", "a < b > c", "<https://bells.example>", "`<p>`", "<p> is a tag"
            })
    void whatIsNoHtmlStaysAsItIs(String text) {
        assertThat(HtmlText.markdown(text)).isEqualTo(text);
    }

    @Test
    void whatIsNestedDeepIsRead() {
        var deep = "<div>".repeat(20_000) + "x" + "</div>".repeat(20_000);

        assertThat(HtmlText.markdown(deep)).isEqualTo("x");
    }
}
