package dev.lectern.stack;

import dev.lectern.stack.backup.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Makes a backup the data of a stack that is not there yet; \"up\" then starts it as it was.",
            "The topics are made anew of the databases. What came later than the backup is lost, and a mail that was"
                    + " due then is sent again, with the same Message-ID."
        })
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "FOLDER", description = "What \"backup\" has made.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        var directory = data.directory();
        new Backup(folder.toAbsolutePath().normalize()).restore(directory);
        System.out.println("The backup is restored in " + directory.root() + "; \"deploy/lectern up\" starts it");
        return 0;
    }
}
