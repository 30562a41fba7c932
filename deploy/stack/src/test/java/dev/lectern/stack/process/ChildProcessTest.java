package dev.lectern.stack.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.data.Restarts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private DataDirectory data;
    private ChildProcess child;

    @BeforeEach
    void open() {
        data = new DataDirectory(folder);
    }

    @AfterEach
    void stop() throws Exception {
        child.stop();
    }

    @Test
    void aProgramThatAnswersHasStarted() throws Exception {
        child = child("echo $GREETING; touch $DATA/answers; exec tail -f $DATA/answers");
        // When
        child.start();
        // Then
        assertThat(running().pid()).isPositive();
        assertThat(data.log("program")).hasContent("hello");
    }

    @Test
    void aProgramThatEndsAtOnceIsReportedWithItsLastWords() {
        child = child("echo no room left; exit 3");
        // When
        var start = catchThrowable(child::start);
        // Then
        assertThat(start)
                .isInstanceOf(Failure.class)
                .hasMessageContainingAll("program ended with exit code 3", "no room left", "program.log");
    }

    @Test
    void aProgramThatDiesIsStartedAgain() throws Exception {
        // Given
        child = child("touch $DATA/answers; exec tail -f $DATA/answers");
        child.start();
        var first = running().pid();
        // When
        OwnProcess.signal(first, "KILL");
        // Then
        await().untilAsserted(() -> assertThat(OwnProcess.find(data, "program"))
                .hasValueSatisfying(program -> assertThat(program.pid()).isNotEqualTo(first)));
    }

    @Test
    void itsDeathsCanBeReadByOthers() throws Exception {
        // Given
        child = child("touch $DATA/answers; echo last words; exec tail -f $DATA/answers");
        child.start();
        // When
        OwnProcess.signal(running().pid(), "KILL");
        // Then
        await().untilAsserted(() -> assertThat(Restarts.of(data, "program"))
                .returns(1, Restarts::count)
                .returns(true, Restarts::underWay));
        await().untilAsserted(() -> assertThat(Restarts.of(data, "program"))
                .returns(1, Restarts::count)
                .returns(false, Restarts::underWay)
                .extracting(Restarts::lastExit)
                .isNotNull());
        assertThat(said.toString(UTF_8)).contains("exit code 137", "last words", "program.log", "is back");
    }

    @Test
    void aProgramThatCannotBeStartedAgainIsTriedWithGrowingWaits() throws Exception {
        // Given
        child = child("test -e $DATA/answers && exit 3; touch $DATA/answers; exec tail -f $DATA/answers");
        child.start();
        // When
        OwnProcess.signal(running().pid(), "KILL");
        // Then
        await().untilAsserted(
                        () -> assertThat(said.toString(UTF_8)).contains("in 1 s", "exit code 3", "in 2 s", "in 4 s"));
        assertThat(Restarts.of(data, "program").underWay()).isTrue();
    }

    @Test
    void aProgramThatIsStoppedStaysSo() throws Exception {
        // Given
        child = child("touch $DATA/answers; exec tail -f $DATA/answers");
        child.start();
        // When
        child.stop();
        // Then
        assertThat(OwnProcess.find(data, "program")).isEmpty();
        assertThat(said.toString(UTF_8)).isEmpty();
    }

    private OwnProcess running() {
        return OwnProcess.find(data, "program").orElseThrow();
    }

    private ChildProcess child(String script) {
        return new ChildProcess(new Script(data, script), data, new Progress(new PrintStream(said, true, UTF_8)));
    }

    /** A program that can be used as soon as it has made the file {@code answers}. */
    private record Script(DataDirectory data, String script) implements Program {

        @Override
        public String name() {
            return "program";
        }

        @Override
        public List<String> needs() {
            return List.of();
        }

        @Override
        public String address() {
            return "nowhere";
        }

        @Override
        public List<String> command() {
            return List.of("sh", "-c", script);
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("DATA", data.root().toString(), "GREETING", "hello");
        }

        @Override
        public boolean answers() {
            return Files.exists(data.root().resolve("answers"));
        }
    }
}
