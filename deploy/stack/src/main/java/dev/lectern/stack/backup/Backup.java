package dev.lectern.stack.backup;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.process.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stack keeps, in one folder: the databases as of one moment, the keys and the mails. The topics are not in it:
 * they are made anew of the databases.
 *
 * @param folder a path without a dot or a link in it
 */
public record Backup(Path folder) {

    private static final String DATABASES = "postgres";
    private static final List<String> FILES = List.of("keys", "inbox");

    /** Copies the databases into a folder that is not there yet. */
    @FunctionalInterface
    public interface Databases {
        void copy(Path from, Path to) throws IOException, SQLException;
    }

    /** Under another name until all of it is there, so that half a backup is none, and two at once are not mixed. */
    public void take(DataDirectory data, Databases databases) throws IOException, SQLException {
        if (Files.exists(folder)) {
            throw new Failure(folder + " exists already");
        }
        var draft = folder.resolveSibling(folder.getFileName() + ".part");
        makeAlone(draft);
        try {
            // The mails first: one that the databases know to be sent may be missing then, and none is there that they
            // do not know.
            for (var kept : FILES) {
                copyTree(data.root().resolve(kept), draft.resolve(kept));
            }
            databases.copy(data.root().resolve(DATABASES), draft.resolve(DATABASES));
            Checksums.write(draft);
            Files.move(draft, folder);
        } finally {
            DataDirectory.deleteTree(draft);
        }
    }

    private static void makeAlone(Path draft) throws IOException {
        Files.createDirectories(draft.getParent());
        try {
            Files.createDirectory(
                    draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    draft + " is there: another backup is under way; if there is none, one was cut short: delete it");
        }
    }

    /** Makes it the data of a stack that is not there yet. The databases come last: without them there is no stack. */
    public void restore(DataDirectory data) throws IOException {
        Checksums.require(folder);
        if (Files.exists(data.root().resolve(DATABASES))
                || Files.exists(data.root().resolve("kafka"))) {
            throw new Failure(
                    "There is a stack in " + data.root() + " already; restore into another folder, or reset it");
        }
        for (var kept : FILES) {
            DataDirectory.deleteTree(data.root().resolve(kept));
            copyTree(folder.resolve(kept), data.file(kept));
        }
        var draft = data.file(DATABASES + ".new");
        DataDirectory.deleteTree(draft);
        copyTree(folder.resolve(DATABASES), draft);
        Files.move(draft, data.file(DATABASES));
        data.tighten();
    }

    /** A stopped server's files, or whatever else nobody writes. */
    public static void copyTree(Path from, Path to) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
