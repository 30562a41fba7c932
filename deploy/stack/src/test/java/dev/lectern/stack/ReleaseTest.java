package dev.lectern.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pom has the number of the release; whoever else names one names the same. */
class ReleaseTest {

    private static final Path ROOT = Path.of("../..");

    @Test
    void composeRunsTheImagesOfThisRelease() throws IOException {
        assertThat(found("\\$\\{LECTERN_VERSION:-([^}]*)}", "deploy/compose/compose.yaml"))
                .hasSize(3)
                .containsOnly(release());
    }

    @Test
    void theChangelogBeginsWithThisRelease() throws IOException {
        var newest = found("^## (.*)$", "CHANGELOG.md").get(0);
        if (release().endsWith("-SNAPSHOT")) {
            assertThat(newest).isEqualTo(release().replace("-SNAPSHOT", "") + " (not released)");
        } else {
            assertThat(newest).matches(Pattern.quote(release()) + " \\(\\d{4}-\\d{2}-\\d{2}\\)");
        }
    }

    private static String release() throws IOException {
        return found("^  <version>(.*)</version>$", "pom.xml").get(0);
    }

    private static List<String> found(String expression, String file) throws IOException {
        return Pattern.compile(expression, Pattern.MULTILINE)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
