package dev.lectern.stack;

import dev.lectern.stack.kafka.Rebuilds;
import dev.lectern.stack.process.Failure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        description = {
            "Has a service read once more what the others have told, at the next start of the stack, which is stopped now.",
            "What it has lost comes back; what it has stays, and nobody is mailed."
        })
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "catalog, schedule or notification.")
    private String service;

    @Override
    public Integer call() throws IOException {
        if (!Stack.SERVICES.contains(service)) {
            throw new ParameterException(spec.commandLine(), "there is no " + service);
        }
        var directory = data.directory();
        if (!directory.exists()) {
            throw new Failure("There is no stack in " + directory.root());
        }
        if (directory.isLocked()) {
            throw new Failure("the stack runs; stop it first, with deploy/lectern stop");
        }
        new Rebuilds(directory).note(service);
        System.out.println("At the next start, " + service + " reads all that others have told");
        return 0;
    }
}
