package dev.lectern.stack;

import dev.lectern.stack.backup.Backup;
import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.postgres.BaseBackup;
import dev.lectern.stack.postgres.PostgresServer;
import dev.lectern.stack.process.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Copies what the stack keeps, while it runs or not, into a folder that is made for it:",
            "the databases as of one moment, the keys and the mails. Who reads it has all of these."
        })
final class BackupCommand implements Callable<Integer> {

    /** Of one statement; the first one waits until all that is in memory is on disk. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "FOLDER", description = "Where to; it is not there yet.")
    private Path folder;

    @Override
    public Integer call() throws IOException, SQLException {
        var directory = data.directory();
        if (!directory.exists()) {
            throw new Failure("There is no stack in " + directory.root());
        }
        var backup = new Backup(folder.toAbsolutePath().normalize());
        backup.take(directory, directory.lock() ? Backup::copyTree : (from, to) -> copyRunning(directory, from, to));
        System.out.println("The backup is in " + backup.folder());
        return 0;
    }

    private static void copyRunning(DataDirectory directory, Path from, Path to) throws IOException, SQLException {
        var ports = Ports.last(directory).orElseThrow(() -> new Failure("the stack is just being started"));
        try (var server = PostgresServer.connect(directory, ports, "postgres")) {
            server.setNetworkTimeout(Runnable::run, Math.toIntExact(PATIENCE.toMillis()));
            BaseBackup.copy(server, from, to);
        }
    }
}
