package dev.lectern.stack;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.demo.Demo;
import dev.lectern.stack.doctor.PortHolders;
import dev.lectern.stack.kafka.Rebuilds;
import dev.lectern.stack.process.Components;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Patience;
import dev.lectern.stack.process.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = {
            "Starts the stack and waits until it is ready.",
            "Stays in the foreground and stops everything on Ctrl-C, unless --detach is given. Where the stack already"
                    + " runs, it only waits until that is ready."
        })
final class UpCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** Leaves room for the other ports, and for some that are busy. */
    private static final int HIGHEST_BASE = 65_000;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "The gateway's port; the others follow it. Default: the ports used last, at first 8080."
                    + " Without it, a busy port is replaced by a free one; with it, a busy port is an error.")
    private Optional<Integer> portBase;

    @Option(names = "--detach", description = "Run in the background: return 0 when ready, 1 when failed.")
    private boolean detach;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many processes of each service, at most " + Port.MOST_REPLICAS
                    + ". The gateway takes them in turn.")
    private int replicas;

    @Option(names = "--no-demo", description = "Start without making the demo conference.")
    private boolean noDemo;

    @Override
    public Integer call() throws Exception {
        if (portBase.filter(base -> base < 1 || base > HIGHEST_BASE).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--port-base must be between 1 and " + HIGHEST_BASE);
        }
        if (replicas < 1 || replicas > Port.MOST_REPLICAS) {
            throw new ParameterException(spec.commandLine(), "--replicas must be between 1 and " + Port.MOST_REPLICAS);
        }
        var directory = data.directory();
        var progress = new Progress(System.out);
        for (var begin = System.nanoTime();
                System.nanoTime() - begin < Patience.now(PATIENCE).toNanos();
                pause()) {
            if (detach && !directory.isLocked()) {
                return new Background(directory).start(options());
            }
            if (!detach && directory.lock()) {
                return launch(directory, progress);
            }
            var status = Status.of(directory);
            if (status.state() == Status.State.READY) {
                progress.say("Lectern already runs in " + directory.root());
                if (status.replicas() != replicas) {
                    progress.say("  with another number of replicas, %d; stop it first to change that"
                            .formatted(status.replicas()));
                }
                progress.say(Welcome.block(directory, Ports.last(directory).orElseThrow()));
                return 0;
            }
        }
        throw new Failure("the stack that already runs is not ready after %d minutes"
                .formatted(Patience.now(PATIENCE).toMinutes()));
    }

    private int launch(DataDirectory directory, Progress progress) throws IOException, InterruptedException {
        progress.say("Lectern starts in " + directory.root());
        for (var leftover : OwnProcess.endAll(directory, Stack.processes())) {
            progress.say("  " + leftover + " was still running and has been ended");
        }
        for (var service : new Rebuilds(directory).noted(Stack.SERVICES)) {
            progress.say("  " + service + " is to read all that others have told");
        }
        directory.tighten();
        var ports = Ports.choose(directory, portBase, replicas, (busy, free) -> move(busy, free, progress));
        ports.save(directory);
        var components = new Components(new Stack(directory, ports, progress).components(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(components, progress)));
        try {
            components.start();
            if (!noDemo) {
                new Demo(directory, ports, progress).make(Welcome.token(directory));
            }
            progress.say(Welcome.block(directory, ports));
            Background.sayReady(directory);
        } catch (Failure e) {
            if (!components.isStopping()) {
                throw e;
            }
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** Whoever names a base counts on these ports. */
    private void move(int busy, int free, Progress progress) {
        if (portBase.isPresent()) {
            throw new Failure("port %d, which --port-base %d stands for, is busy%s; end that, or give another base"
                    .formatted(busy, portBase.get(), PortHolders.say(busy)));
        }
        progress.say("  port " + busy + " is busy, so " + free + " is used instead");
    }

    private List<String> options() {
        var options = new ArrayList<String>();
        portBase.ifPresent(base -> options.add("--port-base=" + base));
        options.add("--replicas=" + replicas);
        if (noDemo) {
            options.add("--no-demo");
        }
        return options;
    }

    private static void stop(Components components, Progress progress) {
        progress.say("Lectern stops");
        components.stop();
        progress.say("Lectern has stopped");
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(GLANCE.toMillis());
    }
}
