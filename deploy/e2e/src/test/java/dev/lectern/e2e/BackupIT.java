package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is made while people work is a stack that goes on from there. */
@ExtendWith(RunningStack.class)
class BackupIT {

    private static final Lectern RESTORED = Lectern.in(
            Path.of("target", "restored-" + System.getProperty("lectern.fork", "1"))
                    .toAbsolutePath(),
            1);

    private final Lectern lectern;

    @TempDir
    private Path folder;

    BackupIT(Lectern lectern) {
        this.lectern = lectern;
        RESTORED.run("reset", "--yes");
    }

    @AfterEach
    void stop() {
        RESTORED.run("stop");
        RestAssured.baseURI = RunningStack.gateway();
    }

    @Test
    void aRestoredStackGoesOnFromItsBackup() throws Exception {
        // Given
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.publish();
        new Inbox(RunningStack.status().get("inbox").asText()).await(organiser.address("bell"), 1);
        var others = Organiser.withConference(lectern);
        var backup = folder.resolve("backup");
        // When
        try (var edits = EditStream.on(others)) {
            assertThat(lectern.run("backup", backup.toString()).output()).contains("The backup is in");
            assertThat(edits.accepted()).isPositive();
        }
        organiser.place(1, "blue", "2027-03-02T15:00").statusCode(200);
        // Then
        assertThat(RESTORED.run("restore", backup.toString()).exitCode()).isZero();
        RESTORED.up();
        RestAssured.baseURI = RESTORED.addresses().get("gateway").asText();
        organiser.agenda().statusCode(200).body("talks[0].startsAt", equalTo("2027-03-02T10:00:00+01:00"));
        others.get("/schedule", "").statusCode(200);
        // And
        var inbox = new Inbox(RESTORED.addresses().get("inbox").asText());
        organiser.place(1, "blue", "2027-03-02T11:00").statusCode(200);
        inbox.await(organiser.address("bell"), 2);
        assertThat(inbox.to(organiser.address("bell")).get(1).text()).contains("10:00", "11:00");
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        // Given
        var backup = folder.resolve("backup");
        assertThat(lectern.run("backup", backup.toString()).exitCode()).isZero();
        try (var files = Files.walk(backup.resolve("postgres/base"))) {
            var largest = files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            var bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 1;
            Files.write(largest, bytes);
        }
        // When
        var restored = RESTORED.run("restore", backup.toString());
        // Then
        assertThat(restored.exitCode()).isEqualTo(1);
        assertThat(restored.output()).contains("is damaged: postgres/base/", "is not as it was");
    }
}
