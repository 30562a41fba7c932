package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code deploy/lectern} and the stack that it started, with data and ports of its own. */
final class Lectern {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final long LONGEST_START_SECONDS = 300;

    private final Path data;
    private final int portBase;

    private Lectern(Path data) {
        this.data = data;
        this.portBase = freePort();
    }

    /** A stack in a folder of its own, stopped when the tests end. */
    static Lectern in(Path data) {
        var lectern = new Lectern(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> lectern.run("stop")));
        return lectern;
    }

    Path data() {
        return data;
    }

    void up() {
        var result = run("up", "--detach", "--no-demo", "--port-base", Integer.toString(portBase));
        if (result.exitCode() != 0) {
            throw new AssertionError("the stack does not start:\n" + result.output());
        }
    }

    JsonNode status() {
        var output = run("status", "--json").output();
        try {
            return JSON.readTree(output.substring(output.indexOf('{')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(String email, String group) {
        return run("token", "--email", email, "--group", group).output().strip();
    }

    /** Ends every process of the stack at once, as a power cut would. */
    void killEverything() {
        var status = status();
        var pids = new ArrayList<Long>();
        status.get("processes").forEach(pid -> pids.add(pid.longValue()));
        status.get("services").forEach(service -> pids.add(service.get("pid").longValue()));
        var processes = pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(process), process.descendants()))
                .distinct()
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(
                process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    record Result(int exitCode, String output) {}

    /** Runs a command of {@code deploy/lectern} on this stack's data, and returns when it does. */
    Result run(String command, String... arguments) {
        var line = new ArrayList<>(List.of(ROOT.resolve("deploy/lectern").toString(), command));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", data.toString()));
        try {
            var output = Files.createTempFile("lectern", ".out");
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it hangs: " + line);
            }
            var text = Files.readString(output);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
