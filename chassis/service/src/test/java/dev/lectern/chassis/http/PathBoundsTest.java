package dev.lectern.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathBoundsTest {

    private static final String LONGEST = "a".repeat(PathBounds.LONGEST_PART);

    @Test
    void everyPartOfAPathIsBounded() {
        assertThat(PathBounds.isBounded("/agenda/" + LONGEST)).isTrue();
        assertThat(PathBounds.isBounded("/" + LONGEST + "/" + LONGEST + "/")).isTrue();
        assertThat(PathBounds.isBounded("/agenda/" + LONGEST + "a")).isFalse();
        assertThat(PathBounds.isBounded("/agenda/" + LONGEST + "a/b")).isFalse();
        assertThat(PathBounds.isBounded(LONGEST + "a/b")).isFalse();
        assertThat(PathBounds.isBounded("/agenda/a;" + LONGEST)).isFalse();
        assertThat(PathBounds.isBounded("/agenda/" + "%61".repeat(PathBounds.LONGEST_PART / 3 + 1)))
                .isFalse();
    }
}
