package dev.lectern.stack;

import dev.lectern.stack.data.LogEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "logs",
        description = "Prints the log of a component since its last start, or the last lines of every log.")
final class LogsCommand implements Callable<Integer> {

    private static final int LAST_LINES = 20;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description =
                    "catalog, schedule, notification (catalog-2 for a second replica), postgres, kafka, or launcher where that"
                            + " is in the background.")
    private String service;

    @Override
    public Integer call() throws IOException {
        var logs = logs();
        if (service == null) {
            for (var log : logs) {
                printEnd(log);
            }
            return 0;
        }
        var log = logs.stream()
                .filter(file -> file.getFileName().toString().equals(service + ".log"))
                .findFirst()
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "There is no log of \"" + service + "\""));
        Files.copy(log, System.out);
        return 0;
    }

    private List<Path> logs() throws IOException {
        var folder = data.directory().root().resolve("logs");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static void printEnd(Path log) throws IOException {
        System.out.println("==> " + log);
        LogEnd.lines(log, LAST_LINES).forEach(System.out::println);
    }
}
