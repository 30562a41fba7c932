package dev.lectern.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
