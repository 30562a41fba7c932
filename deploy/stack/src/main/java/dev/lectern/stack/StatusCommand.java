package dev.lectern.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = {
            "Shows the stack's state, addresses and processes.",
            "Returns 0 when it is ready, else 1; with --json always 0."
        })
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "As JSON, with the database's password and a token for each group.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var status = Status.of(data.directory());
        System.out.println(json ? json(status) : table(status));
        return json || status.state() == Status.State.READY ? 0 : 1;
    }

    private static String json(Status status) throws JsonProcessingException {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(status);
    }

    private static String table(Status status) {
        var lines = new StringBuilder("Lectern is " + status.state().name().toLowerCase(Locale.ROOT));
        row(lines, "gateway", status.gateway(), status.processes().get("launcher"));
        row(lines, "inbox", status.inbox(), status.processes().get("launcher"));
        row(lines, "smtp", status.smtp(), status.processes().get("launcher"));
        row(lines, "postgres", status.postgres().url(), status.processes().get("postgres"));
        row(lines, "kafka", status.kafka(), status.processes().get("kafka"));
        status.services().forEach((name, service) -> row(lines, name, service.url(), service.pid()));
        return lines.toString();
    }

    private static void row(StringBuilder lines, String name, String address, Long pid) {
        lines.append("%n  %-13s %-37s %s"
                .formatted(name, address == null ? "-" : address, pid == null ? "not running" : "process " + pid));
    }
}
