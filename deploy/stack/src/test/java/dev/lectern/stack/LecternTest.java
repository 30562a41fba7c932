package dev.lectern.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.kafka.Rebuilds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LecternTest {

    private final StringWriter answers = new StringWriter();
    private final StringWriter complaints = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aStackThatNeverRanIsStopped() throws Exception {
        var status = Status.of(new DataDirectory(folder.resolve("data")));
        // When
        var json = new JsonMapper().valueToTree(status);
        // Then
        assertThat(json.get("state").asText()).isEqualTo("stopped");
        assertThat(json.at("/services/catalog/url").isNull()).isTrue();
        assertThat(json.at("/processes/launcher").isNull()).isTrue();
        assertThat(json.at("/tokens/admin").isNull()).isTrue();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void statusFailsWhileTheStackIsNotReadyButNeverAsJson() {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(run("status", "--data", folder.toString(), "--json")).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithTheUsage() {
        for (var line : new String[] {
            "",
            "dance",
            "up --fast",
            "up --port-base 70000",
            "up --replicas 0",
            "up --replicas 6",
            "token --email a@b.example",
            "logs nope",
            "rebuild",
            "rebuild gateway",
            "parked hide",
            "parked list 7",
            "parked retry",
            "parked retry 7",
            "parked retry 7 --service nope",
            "parked retry 7 --service catalog --all",
            "parked discard x --service catalog"
        }) {
            assertThat(run(line.split(" "))).as(line).isEqualTo(2);
        }
        assertThat(complaints.toString()).contains("Usage: lectern");
    }

    @Test
    void aBusyPortOfANamedBaseIsRefused() throws Exception {
        // Given
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var code = run("up", "--data", folder.toString(), "--port-base", "" + busy.getLocalPort());
            // Then
            assertThat(code).isEqualTo(1);
            assertThat(complaints.toString())
                    .contains(
                            "port " + busy.getLocalPort(),
                            "is busy",
                            "process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("help")).isZero();
        assertThat(answers.toString())
                .contains("up", "status", "token", "logs", "doctor", "parked", "republish", "rebuild", "stop", "reset");
    }

    @Test
    void nothingIsAnnouncedAgainByAStackThatIsNotReady() {
        assertThat(run("republish", "--data", folder.toString())).isEqualTo(1);
        assertThat(complaints.toString()).contains("not ready");
    }

    @Test
    void onlyAStackThatIsStoppedIsToldToRebuild() throws Exception {
        // Given
        var data = new DataDirectory(folder.resolve("data"));
        String[] rebuild = {"rebuild", "schedule", "--data", data.root().toString()};
        // Then
        assertThat(run(rebuild)).isEqualTo(1);
        assertThat(complaints.toString()).contains("no stack");
        // Given
        Files.createDirectories(folder.resolve("data/run"));
        Files.createFile(folder.resolve("data/run/lock"));
        // Then
        assertThat(run(rebuild)).isZero();
        assertThat(new Rebuilds(data).noted(Stack.SERVICES)).containsExactly("schedule");
    }

    @Test
    void nothingIsParkedInAStackThatIsNotReady() {
        assertThat(run("parked", "discard", "--all", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(complaints.toString()).contains("not ready");
    }

    @Test
    void theLogsOfAStackCanBeRead() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/catalog.log"), "catalog-service started");
        // When
        var one = run("logs", "catalog", "--data", folder.toString());
        var all = run("logs", "--data", folder.toString());
        // Then
        assertThat(one).isZero();
        assertThat(all).isZero();
    }

    @Test
    void aResetNeedsAYes() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("run"));
        Files.createFile(folder.resolve("run/lock"));
        // When
        var exit = run("reset", "--data", folder.toString());
        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(folder.resolve("run/lock")).exists();
        assertThat(run("reset", "--yes", "--data", folder.toString())).isZero();
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoStacksIsNotReset() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("logs"));
        // When
        var exit = run("reset", "--yes", "--data", folder.toString());
        // Then
        assertThat(exit).isZero();
        assertThat(folder.resolve("logs")).exists();
    }

    private int run(String... line) {
        return Lectern.commandLine()
                .setOut(new PrintWriter(answers))
                .setErr(new PrintWriter(complaints))
                .execute(line);
    }
}
