package dev.lectern.stack.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.process.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    private Path temporary;

    private DataDirectory data;
    private Backup backup;

    @BeforeEach
    void aStack() throws IOException {
        data = new DataDirectory(temporary.resolve("data"));
        Files.writeString(data.file("postgres", "base", "1"), "rows");
        Files.createDirectories(data.file("postgres", "pg_notify"));
        Files.writeString(data.file("keys", "token.jwk"), "key");
        Files.writeString(data.file("inbox", "1.eml"), "mail");
        Files.writeString(data.file("kafka", "log"), "records");
        Files.writeString(data.log("gateway"), "line");
        backup = new Backup(temporary.resolve("backup"));
    }

    @Test
    void whatIsKeptComesBack() throws Exception {
        // Given
        backup.take(data, Backup::copyTree);
        // When
        var other = new DataDirectory(temporary.resolve("other"));
        backup.restore(other);
        // Then
        assertThat(other.root().resolve("postgres/base/1")).hasContent("rows");
        assertThat(other.root().resolve("postgres/pg_notify")).isEmptyDirectory();
        assertThat(other.root().resolve("keys/token.jwk")).hasContent("key");
        assertThat(other.root().resolve("inbox/1.eml")).hasContent("mail");
        assertThat(other.root().resolve("kafka")).doesNotExist();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        backup.take(data, Backup::copyTree);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void halfABackupIsNone() throws Exception {
        // Given
        assertThatThrownBy(() -> backup.take(data, (from, to) -> {
                    Files.createDirectories(to);
                    throw new SQLException("the server has gone");
                }))
                .isInstanceOf(SQLException.class);
        assertThat(backup.folder()).doesNotExist();
        // When
        backup.take(data, Backup::copyTree);
        // Then
        backup.restore(new DataDirectory(temporary.resolve("other")));
    }

    @Test
    void aSecondBackupAtTheSameTimeIsRefusedAndTheFirstStaysWhole() throws Exception {
        // When
        backup.take(data, (from, to) -> {
            Files.createDirectories(to);
            assertThatThrownBy(() -> new Backup(backup.folder()).take(data, Backup::copyTree))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("another backup is under way");
            Files.delete(to);
            Backup.copyTree(from, to);
        });
        // Then
        backup.restore(new DataDirectory(temporary.resolve("other")));
        assertThat(temporary.resolve("backup.part")).doesNotExist();
    }

    @Test
    void whatIsLeftOfABackupThatWasCutShortIsNamed() throws IOException {
        Files.createDirectory(temporary.resolve("backup.part"));
        assertThatThrownBy(() -> backup.take(data, Backup::copyTree))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("backup.part")
                .hasMessageContaining("delete it");
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        backup.take(data, Backup::copyTree);
        assertThatThrownBy(() -> backup.take(data, Backup::copyTree))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> backup.restore(data))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("There is a stack");
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        // Given
        backup.take(data, Backup::copyTree);
        Files.writeString(backup.folder().resolve("postgres/base/1"), "r0ws");
        Files.delete(backup.folder().resolve("inbox/1.eml"));
        Files.writeString(backup.folder().resolve("keys/another"), "key");
        var other = new DataDirectory(temporary.resolve("other"));
        // Then
        assertThatThrownBy(() -> backup.restore(other))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("postgres/base/1 is not as it was")
                .hasMessageContaining("inbox/1.eml is missing")
                .hasMessageContaining("keys/another is not part of it");
        assertThat(other.root()).doesNotExist();
    }

    @Test
    void aFolderOfAnythingElseIsNoBackup() {
        assertThatThrownBy(() -> new Backup(data.root()).restore(new DataDirectory(temporary.resolve("other"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is no backup");
    }
}
