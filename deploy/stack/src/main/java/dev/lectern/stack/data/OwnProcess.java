package dev.lectern.stack.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A process that was started for a data directory, found again by its pid file. A pid alone proves nothing, for systems
 * reuse them: it is ours only if the data directory is among the arguments of its command line.
 *
 * @param signal the signal that asks it to stop
 */
public record OwnProcess(DataDirectory data, String name, long pid, String signal) {

    /** Remembers a process that was just started. */
    public static void remember(DataDirectory data, String name, long pid, String signal) throws IOException {
        DataDirectory.write(pidFile(data, name), pid + "\n" + signal);
    }

    /** The process of this name, if it still runs and is ours. */
    public static Optional<OwnProcess> find(DataDirectory data, String name) {
        var file = data.root().resolve("run").resolve(name + ".pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(file);
            return Optional.of(new OwnProcess(data, name, Long.parseLong(lines.get(0)), lines.get(1)))
                    .filter(OwnProcess::isOurs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void forget(DataDirectory data, String name) throws IOException {
        Files.deleteIfExists(pidFile(data, name));
    }

    /** Ends the processes of these names, one after the other. */
    public static List<String> endAll(DataDirectory data, List<String> names) throws IOException {
        var found = names.stream().flatMap(name -> find(data, name).stream()).toList();
        for (var process : found) {
            process.end(Duration.ofSeconds(10));
        }
        return found.stream().map(OwnProcess::name).toList();
    }

    void end(Duration patience) throws IOException {
        signal(pid, signal);
        var deadline = System.nanoTime() + patience.toNanos();
        while (isOurs()) {
            if (System.nanoTime() > deadline) {
                signal(pid, "KILL");
            }
            pause();
        }
        forget(data, name);
    }

    private boolean isOurs() {
        var root = data.root().toString();
        return arguments(pid).stream()
                .anyMatch(word -> word.equals(root) || word.startsWith(root + "/") || word.endsWith("=" + root));
    }

    /** The words of a process's command line; none for one that has ended, even where nobody has reaped it. */
    public static List<String> arguments(long pid) {
        var proc = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return List.of(Files.readString(proc).split("\0"));
            }
        } catch (IOException e) {
            return List.of();
        }
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().arguments())
                .map(Arrays::asList)
                .orElse(List.of());
    }

    /** Sends a signal by its name: Java itself knows only TERM and KILL, and PostgreSQL's fast shutdown is INT. */
    public static void signal(long pid, String name) throws IOException {
        new ProcessBuilder("kill", "-s", name, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Path pidFile(DataDirectory data, String name) {
        return data.file("run", name + ".pid");
    }
}
