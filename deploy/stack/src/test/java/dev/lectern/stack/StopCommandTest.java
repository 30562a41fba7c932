package dev.lectern.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopCommandTest {

    @ParameterizedTest
    @CsvSource({
        "/opt/lectern/deploy/stack/target/stack.jar, true",
        "dev.lectern.stack.Lectern, true",
        "/opt/other/stack.jar.log, false",
        "dev.lectern.stack.LecternElsewhere, false"
    })
    void theLauncherIsKnownByWhatItRuns(String word, boolean isLauncher) throws IOException {
        // The shell stays what it is while it has something left to do after the wait.
        var process = new ProcessBuilder("sh", "-c", "sleep 60; :", word, "up").start();
        try {
            assertThat(StopCommand.isLauncher(process.pid())).isEqualTo(isLauncher);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
