package dev.lectern.stack.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A copy of a server's files, taken while it runs, from which PostgreSQL starts as of one moment in all databases
 * ("Making a Base Backup Using the Low Level API" in its documentation).
 */
public final class BaseBackup {

    private static final String LOG = "pg_wal";

    /** What a server makes itself, or what belongs to the one that runs. */
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "pg_internal.init",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            LOG);

    private BaseBackup() {}

    /**
     * @param server as its superuser; the copy is made within this one session
     * @param from the folder of its data
     */
    public static void copy(Connection server, Path from, Path to) throws SQLException, IOException {
        try (var statement = server.createStatement()) {
            // As long as this session has it, the server keeps the log that the copy needs; others may make a backup
            // too.
            statement.execute(
                    "SELECT pg_create_physical_replication_slot('lectern_backup_' || pg_backend_pid(), true, true)");
            statement.execute("SELECT pg_backup_start('lectern', true)");
            copyTree(from, to, LEFT_OUT);
            try (var end = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                end.next();
                Files.writeString(to.resolve("backup_label"), end.getString(1), UTF_8);
            }
            // From its beginning to its end, and a little more, which does no harm.
            copyTree(from.resolve(LOG), to.resolve(LOG), Set.of());
            statement.execute("SELECT pg_drop_replication_slot('lectern_backup_' || pg_backend_pid())");
        }
    }

    /** What was deleted meanwhile, the log tells. Folders that are left out are there, and empty. */
    private static void copyTree(Path from, Path to, Set<String> leftOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return leftOut.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!leftOut.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file).toString()));
                    } catch (NoSuchFileException e) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }
}
