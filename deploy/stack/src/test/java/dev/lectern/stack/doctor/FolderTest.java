package dev.lectern.stack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.stack.FreePort;
import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Restarts;
import dev.lectern.stack.doctor.Finding.Mark;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    @TempDir
    private Path folder;

    private DataDirectory data;
    private Ports ports = new Ports(Map.of(Port.GATEWAY, FreePort.find()));

    @BeforeEach
    void open() {
        data = new DataDirectory(folder);
    }

    @Test
    void aStackThatWasStoppedHasNothingToFind() throws Exception {
        var findings = new Folder(data, ports, false, List.of("kafka")).look();
        // Then
        assertThat(findings).extracting(Finding::mark).containsOnly(Mark.OK);
    }

    @Test
    void aBusyPortIsFoundWithItsHolder() throws Exception {
        // Given
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports = new Ports(Map.of(Port.GATEWAY, FreePort.find(), Port.INBOX, socket.getLocalPort()));
            // When
            var findings = new Folder(data, ports, false, List.of()).look();
            // Then
            assertThat(findings)
                    .filteredOn(finding -> finding.mark() == Mark.WARN)
                    .singleElement()
                    .asString()
                    .contains(
                            "Port " + socket.getLocalPort(),
                            "INBOX is held by process "
                                    + ProcessHandle.current().pid());
        }
    }

    @Test
    void aProcessWithoutLauncherIsFound() throws Exception {
        // Given
        var process = new ProcessBuilder("tail", "-F", data.root() + "/x")
                .redirectErrorStream(true)
                .start();
        OwnProcess.remember(data, "kafka", process.pid(), "TERM");
        try {
            // When
            var findings = new Folder(data, ports, false, List.of("kafka")).look();
            // Then
            assertThat(findings.get(0).toString()).contains("warn", "kafka (process " + process.pid() + ")");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(new Folder(data, ports, false, List.of("kafka"))
                        .look()
                        .get(0)
                        .toString())
                .contains("warn", "ended without being stopped: kafka");
    }

    @Test
    void aComponentThatIsDownFails() throws Exception {
        // Given
        Restarts.NONE.died(Instant.now()).save(data, "kafka");

        // When
        var findings = new Folder(data, ports, true, List.of("kafka")).look();
        // Then
        assertThat(findings)
                .filteredOn(finding -> finding.subject().equals("kafka"))
                .extracting(Finding::mark)
                .containsExactly(Mark.FAIL);
    }

    @Test
    void aClockThatWasSetBackIsFound() throws Exception {
        // Given
        var file = Files.createFile(data.file("run", "ready"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(3600)));
        // When
        var findings = new Machine(data, false).look();
        // Then
        assertThat(findings)
                .filteredOn(finding -> finding.subject().equals("Clock"))
                .extracting(Finding::mark)
                .containsExactly(Mark.WARN);
    }
}
