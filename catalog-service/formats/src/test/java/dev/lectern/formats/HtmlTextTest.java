package dev.lectern.formats;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
            <p>a &lt;b&gt; &amp; $x_1$</p>                            | a \\<b\\> \\& $x_1$
            <p>  a   b  </p>                                          | a b
            <P>Bells</P>                                              | Bells
            <p>unclosed <b>bold>                                      | unclosed **bold\\>**
            <p>2*3*4</p>                                              | 2\\*3\\*4
            <p># x</p><p>1. x</p><p>- x</p><p>&gt; x</p>              | \\# x¶¶1\\. x¶¶\\- x¶¶\\> x
            <pre>a¶  b¶c</pre>                                        | ```¶a¶  b¶c¶```
            <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a / b¶¶c
            <blockquote><p>a</p><p>b</p></blockquote>c                | > a¶> ¶> b¶¶c
            <p><strong>bold </strong>text <em> it </em>.</p>          | **bold** text *it* .
            <p>a <b>b <b>c</b> d</b></p>                              | a **b c d**
            <a href="https://a.example/x_(y)[z]">th[i]s</a>           | [th\\[i\\]s](<https://a.example/x_(y)[z]>)
            <ol start="3"><li>a</li></ol>                             | 3. a
            <ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>          | - a¶  - b¶- c
            <p>a</p><hr><p>b<code>c*</code></p>                       | a¶¶___¶¶b`c*`
            <p>$\\alpha_1 * x^2$, $$\\sum_i x_i$$ and \\(a_b*c\\)</p> | $\\alpha_1 * x^2$, $$\\sum_i x_i$$ and \\(a_b*c\\)
            Words first.<p>Then <b>more</b>.</p>                      | Words first.¶¶Then **more**.
            One.<br/>Two                                              | One.\\¶Two
            Three:¶<ul>¶<li>a</li>¶</ul>¶of them                      | Three:¶¶- a¶¶of them
            <p>z</p><script>alert(1)</script>                         | z""")
    void htmlBecomesMarkdown(String html, String markdown) {
        assertThat(HtmlText.markdown(html.replace('¶', '\n')))
                .isEqualTo(markdown.replace('¶', '\n').replace(" / ", " | "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bells",
                "Use <p> and </p>",
                "a < b > c",
                "<https://bells.example>",
                "`<p>`",
                "<p> is a tag",
                "Use the <br> tag",
                "Write `a<br>`",
                "a<b and c>d"
            })
    void whatIsNoHtmlStaysAsItIs(String text) {
        assertThat(HtmlText.markdown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "*",
                "<p>a</p>",
                "<em>a</em>",
                "<b><i>",
                "<ul><li>",
                "<blockquote>",
                "<br>",
                "a<br>",
                "`",
                "[",
                "_a",
                "<table>",
                "&nbsp;",
                "1. ",
                "$",
                "$a",
                "\\(a",
                ".<p>",
                "<a href='https://a.example/('>",
                "<pre>`"
            })
    @Timeout(value = 20, unit = SECONDS)
    void htmlOfAnyShapeIsReadInTime(String shape) {
        var html = "<p>" + shape.repeat(390_000 / shape.length()) + "</p>";

        assertThat(HtmlText.markdown(html)).isNotNull();
        assertThat(HtmlText.markdown("<p>" + shape.repeat(5_000_000 / shape.length())))
                .isNotNull();
    }

    @Test
    void whatIsNestedDeepIsRead() {
        var deep = "<div>".repeat(20_000) + "x" + "</div>".repeat(20_000);

        assertThat(HtmlText.markdown(deep)).isEqualTo("x");
    }
}
