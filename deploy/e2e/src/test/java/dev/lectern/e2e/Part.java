package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A part of the stack that runs in processes of its own, and what can happen to them. */
enum Part {
    /** Also the gateway and the inbox. */
    LAUNCHER,
    CATALOG,
    SCHEDULE,
    NOTIFICATION,
    KAFKA,
    POSTGRES;

    private static final int LONGEST_END_SECONDS = 30;

    /** As a killed machine would: without a word. The database's workers end by themselves. */
    void kill(Lectern lectern) {
        var main = mains(lectern.status()).toList();
        main.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(main);
    }

    /** Asks the processes to end, by a signal's name, and returns when they have. */
    void end(Lectern lectern, String signal) {
        var main = mains(lectern.status()).toList();
        main.forEach(process -> send(signal, process));
        awaitEnd(main);
    }

    /** Stops the processes where they are, and lets them go on afterwards. */
    void hang(Lectern lectern, Runnable meanwhile) {
        var hanging = processes(lectern.status()).toList();
        hanging.forEach(process -> send("STOP", process));
        try {
            meanwhile.run();
        } finally {
            hanging.forEach(process -> send("CONT", process));
        }
    }

    /** The processes of the part alone: the launcher's children are parts themselves. */
    Stream<ProcessHandle> processes(JsonNode status) {
        return this == LAUNCHER
                ? mains(status)
                : mains(status).flatMap(main -> Stream.concat(Stream.of(main), main.descendants()));
    }

    private Stream<ProcessHandle> mains(JsonNode status) {
        return pids(status)
                .filter(JsonNode::isIntegralNumber)
                .flatMap(pid -> ProcessHandle.of(pid.longValue()).stream());
    }

    private Stream<JsonNode> pids(JsonNode status) {
        var service = status.at("/services/" + this);
        if (service.isMissingNode()) {
            return Stream.of(status.at("/processes/" + this));
        }
        var replicas = service.path("replicas");
        return replicas.isEmpty()
                ? Stream.of(service.get("pid"))
                : StreamSupport.stream(replicas.spliterator(), false).map(replica -> replica.get("pid"));
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        processes.forEach(process -> process.onExit()
                .orTimeout(LONGEST_END_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            var unused = new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
