package dev.lectern.stack;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.process.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stops the stack, and whatever a killed launcher left running. The data stay.")
final class StopCommand implements Callable<Integer> {

    /** The launcher gives services, broker and database 20 s each. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration GLANCE = Duration.ofMillis(100);

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = data.directory();
        var ran = stop(directory);
        System.out.println(ran ? "Lectern has stopped" : "Lectern was not running");
        return 0;
    }

    /** Returns whether anything ran. */
    static boolean stop(DataDirectory data) throws IOException, InterruptedException {
        var launcher = data.launcher().filter(StopCommand::isLauncher);
        if (launcher.isPresent()) {
            OwnProcess.signal(launcher.get(), "TERM");
        }
        for (var deadline = System.nanoTime() + PATIENCE.toNanos(); data.isLocked(); Thread.sleep(GLANCE.toMillis())) {
            if (System.nanoTime() > deadline) {
                throw new Failure("the launcher, process "
                        + launcher.map(Object::toString).orElse("?") + ", does not stop");
            }
        }
        return !OwnProcess.endAll(data, Stack.processes()).isEmpty() || launcher.isPresent();
    }

    /**
     * In the foreground it is the jar that the script runs, in the background a class. Anything else has got its number
     * since.
     */
    static boolean isLauncher(long pid) {
        return OwnProcess.arguments(pid).stream()
                .anyMatch(word -> word.equals(Lectern.class.getName()) || word.endsWith("/stack.jar"));
    }
}
