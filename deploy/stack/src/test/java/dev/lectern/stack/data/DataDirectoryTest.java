package dev.lectern.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void lookingAtADirectoryDoesNotMakeIt() {
        var data = new DataDirectory(folder.resolve("data"));
        // When
        var locked = data.isLocked();
        // Then
        assertThat(locked).isFalse();
        assertThat(data.root()).doesNotExist();
    }

    @Test
    void secretsAreMadeOnceAndDiffer() {
        var data = new DataDirectory(folder);
        // When
        var catalog = Secrets.password(data, "catalog");
        // Then
        assertThat(catalog).hasSize(32).isNotEqualTo(Secrets.password(data, "schedule"));
        assertThat(Secrets.password(new DataDirectory(folder), "catalog")).isEqualTo(catalog);
    }

    @Test
    void deletingTakesOnlyWhatTheStackMade() throws Exception {
        // Given
        var data = new DataDirectory(folder);
        Files.writeString(data.file("inbox", "1.eml"), "mail");
        Files.writeString(folder.resolve("thesis.tex"), "mine");
        // When
        data.delete();
        // Then
        assertThat(folder.resolve("inbox")).doesNotExist();
        assertThat(folder.resolve("thesis.tex")).exists();
    }

    @Test
    void oneOlderLogIsKept() throws Exception {
        // Given
        var data = new DataDirectory(folder);
        Files.writeString(data.log("kafka"), "first");
        data.rotateLog("kafka");
        Files.writeString(data.log("kafka"), "second");
        // When
        data.rotateLog("kafka");
        // Then
        assertThat(data.log("kafka")).doesNotExist();
        assertThat(folder.resolve("logs/kafka.log.1")).hasContent("second");
    }

    @Test
    void whatOthersCouldReadIsTakenFromThem() throws Exception {
        // Given
        var data = new DataDirectory(folder);
        var old = data.file("kafka", "topic", "0.log");
        Files.writeString(old, "a record");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(old.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        var mine = Files.writeString(folder.resolve("thesis.tex"), "mine");
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(data.file("run", "link"), mine);
        // When
        data.tighten();
        // Then
        assertThat(permissions(old)).isEqualTo("rw-------");
        assertThat(permissions(old.getParent())).isEqualTo("rwx------");
        assertThat(permissions(mine)).isEqualTo("rw-r--r--");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
