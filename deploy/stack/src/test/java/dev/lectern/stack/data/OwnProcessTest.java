package dev.lectern.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessTest {

    @TempDir
    private Path folder;

    private DataDirectory data;
    private Process process;

    @BeforeEach
    void open() {
        data = new DataDirectory(folder);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aProcessWithTheDirectoryInItsCommandLineIsOurs() throws Exception {
        // Given
        process = start("tail", "-F", data.root() + "/x");
        OwnProcess.remember(data, "kafka", process.pid(), "TERM");
        // When
        var ended = OwnProcess.endAll(data, List.of("kafka", "postgres"));
        // Then
        assertThat(ended).containsExactly("kafka");
        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(OwnProcess.find(data, "kafka")).isEmpty();
    }

    @Test
    void aStrangerThatHasThePidNowIsLeftAlone() throws Exception {
        // Given
        process = start("tail", "-F", data.root() + "-of-someone-else/x");
        OwnProcess.remember(data, "kafka", process.pid(), "TERM");
        // When
        var ended = OwnProcess.endAll(data, List.of("kafka"));
        // Then
        assertThat(ended).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aProcessThatIsDeafToItsSignalIsKilled() throws Exception {
        // Given
        process = start("sh", "-c", "trap '' TERM; echo deaf; exec tail -F $0", data.root() + "/x");
        assertThat(process.getInputStream().read()).isPositive();
        OwnProcess.remember(data, "kafka", process.pid(), "TERM");
        // When
        OwnProcess.find(data, "kafka").orElseThrow().end(Duration.ofMillis(200));
        // Then
        assertThat(process.waitFor()).isEqualTo(128 + 9);
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
