package dev.lectern.stack;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "reset",
        description = "Stops the stack and deletes all its data: databases, topics, mail, keys and logs.")
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Option(names = "--yes", description = "Needed, because nothing can bring the data back.")
    private boolean yes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = data.directory();
        if (!yes) {
            throw new ParameterException(
                    spec.commandLine(), "This deletes all data in " + directory.root() + "; say --yes");
        }
        if (!directory.exists()) {
            System.out.println("There is no stack in " + directory.root());
            return 0;
        }
        StopCommand.stop(directory);
        directory.delete();
        System.out.println("Deleted the stack in " + directory.root());
        return 0;
    }
}
