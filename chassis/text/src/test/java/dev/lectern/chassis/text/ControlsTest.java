package dev.lectern.chassis.text;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " a ,a",
                "a\tb,a b",
                "a \t b,a b",
                "a\u0085b\u2028c\u2029d\u000Be,a b c d e",
                "a\u0007b\u009Fc\u007F,abc",
                "a\u202Eb\u202Cc,abc",
                "a\u2066b\u2069c,a\u2066b\u2069c",
                "a\u2066b,ab",
                "a\u2069b,ab",
                "a\u200Db,a\u200Db",
                "\u202E,``"
            })
    void aTextOfOneLineHasNothingThatIsNotSeen(String text, String tidy) {
        assertThat(Controls.oneLine(text)).isEqualTo(tidy);
        assertThat(Controls.oneLine(tidy)).isEqualTo(tidy);
    }

    @Test
    void linesAndTabsAndBlanksStayInATextOfSeveral() {
        assertThat(Controls.lines(" \ta\r\nb\u0085c\u0007\u202Ed\u202C\u2066e\u2069\u2028 "))
                .isEqualTo(" \ta\r\nb\ncd\u2066e\u2069\u2028 ");
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void anyTextIsTidiedInTime() {
        for (var shape : new String[] {" ", "\n", " \n", "\u2066", "\u2066\u2069", "\u202E", "\t "}) {
            assertThat(Controls.oneLine("a" + shape.repeat(500_000) + "b")).isNotEmpty();
        }
    }
}
