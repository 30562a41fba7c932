package dev.lectern.stack;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.process.ChildProcess;
import dev.lectern.stack.process.Jvm;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A launcher in the background. It writes to a log, which is shown until it says that it is ready. */
record Background(DataDirectory data) {

    private static final Duration GLANCE = Duration.ofMillis(100);

    /** Called by the launcher, in the foreground too. */
    static void sayReady(DataDirectory data) throws IOException {
        DataDirectory.write(
                readyFile(data), Long.toString(ProcessHandle.current().pid()));
    }

    /**
     * Returns 0 when the stack is ready, else the launcher's exit code.
     *
     * @param options of the command {@code up}, but for {@code --data} and {@code --detach}
     */
    int start(List<String> options) throws IOException, InterruptedException {
        data.rotateLog("launcher");
        Files.deleteIfExists(readyFile(data));
        var log = data.log("launcher").toFile();
        // None of the caller's streams goes to the launcher, so a caller that reads them to their end is not held up.
        var launcher = new ProcessBuilder(ChildProcess.detached(command(options)))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try (var lines = new FileInputStream(log)) {
            while (true) {
                var ended = !launcher.isAlive();
                var ready = isReady(launcher);
                lines.transferTo(System.out);
                if (ended || ready) {
                    return ended ? launcher.exitValue() : 0;
                }
                Thread.sleep(GLANCE.toMillis());
            }
        }
    }

    private List<String> command(List<String> options) {
        var command = new ArrayList<>(Jvm.command(
                data,
                "128m",
                "16m",
                List.of(
                        "-Dlectern.home=" + Home.path(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lectern.class.getName(),
                        "up",
                        "--data",
                        data.root().toString())));
        command.addAll(options);
        return command;
    }

    private boolean isReady(Process launcher) throws IOException {
        return Files.exists(readyFile(data))
                && Files.readString(readyFile(data)).equals(Long.toString(launcher.pid()));
    }

    private static Path readyFile(DataDirectory data) {
        return data.file("run", "ready");
    }
}
