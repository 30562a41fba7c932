package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through is true to the letter. */
@ExtendWith(RunningStack.class)
class ReadmeIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern STEP = Pattern.compile("```sh walk-through\n(.*?)```", Pattern.DOTALL);

    @Test
    void theWalkThroughEndsInAReceivedMail(Lectern lectern, @TempDir Path folder)
            throws IOException, InterruptedException {
        var status = lectern.status();
        var steps = STEP.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map((MatchResult step) -> step.group(1))
                .collect(Collectors.joining("\n"));
        var output = folder.resolve("output.txt").toFile();
        var shell = new ProcessBuilder(
                        "bash", "-euo", "pipefail", "-c", steps.replace("deploy/lectern", ROOT + "/deploy/lectern"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        shell.environment().put("GATEWAY", status.get("gateway").asText());
        shell.environment().put("INBOX", status.get("inbox").asText());
        shell.environment().put("LECTERN_DATA", lectern.data().toString());

        var process = shell.start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
        assertThat(new Inbox(status.get("inbox").asText())
                        .await("eloise@liege.example", 2)
                        .get(1)
                        .text())
                .contains(
                        "Time: Tue 2 March 2027, 10:00–10:30 (Europe/Paris) → Wed 3 March 2027, 14:00–14:30 (Europe/Paris)",
                        "The rope is being replaced");
    }
}
