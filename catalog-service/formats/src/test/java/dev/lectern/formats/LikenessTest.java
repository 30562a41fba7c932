package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Alpha, Alpha Ada",
        "Ada Alpha, A. Alpha",
        "'Alpha, Ada', Ada ALPHA",
        "Éloïse Dupont, Eloise DUPONT",
        "Jürgen Groß, Jurgen GROSS",
        "Jean-Luc Martin, Jean Luc Martin",
        "Ada M. Alpha, A. Maria Alpha"
    })
    void aNameHasSpellings(String one, String other) {
        assertThat(Likeness.areSpellingsOfOneName(one, other)).isTrue();
        assertThat(Likeness.areSpellingsOfOneName(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Alpha, Ada Beta",
        "Ada Alpha, Bea Alpha",
        "A. Alpha, B. Alpha",
        "A. A., Ada Alpha",
        "Ada, Ada Alpha",
        "'', ''",
        "--, --"
    })
    void otherNamesAreOthers(String one, String other) {
        assertThat(Likeness.areSpellingsOfOneName(one, other)).isFalse();
    }

    @Test
    void whatHasNoLettersIsLikeItselfOnly() {
        assertThat(Likeness.shareAWord("--", "--")).isTrue();
        assertThat(Likeness.shareAWord("--", "-")).isFalse();
        assertThat(Likeness.shareAWord("Why bells are late", "Late, late bells!"))
                .isTrue();
        assertThat(Likeness.shareAWord("Bells", "Clocks")).isFalse();
    }
}
