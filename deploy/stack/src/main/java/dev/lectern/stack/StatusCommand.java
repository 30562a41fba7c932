package dev.lectern.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.stack.Status.State;
import java.util.ArrayList;
import java.util.List;
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
        return json || status.state() == State.READY ? 0 : 1;
    }

    private static String json(Status status) throws JsonProcessingException {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(status);
    }

    private static String table(Status status) {
        var lines = new StringBuilder("Lectern is " + word(status.state()));
        for (var name : List.of("gateway", "inbox", "smtp")) {
            var launcher = status.processes().get("launcher");
            row(lines, name, address(status, name), launcher == null ? "not running" : "process " + launcher);
        }
        status.backing().forEach((name, life) -> row(lines, name, address(status, name), words(life)));
        status.services().values().stream()
                .flatMap(service -> service.replicas().stream())
                .forEach(replica -> row(lines, replica.name(), replica.url(), words(replica)));
        return lines.toString();
    }

    private static String address(Status status, String name) {
        return switch (name) {
            case "gateway" -> status.gateway();
            case "inbox" -> status.inbox();
            case "smtp" -> status.smtp();
            case "postgres" -> status.postgres().url();
            default -> status.kafka();
        };
    }

    /** {@code process 4711}, {@code process 4711, starting, 2 restarts, last ended 2027-03-02T09:00:00Z} */
    private static String words(Status.Life life) {
        var words = new ArrayList<String>();
        words.add(life.pid() == null ? "not running" : "process " + life.pid());
        if (life.state() == State.STARTING || life.state() == State.RESTARTING) {
            words.add(word(life.state()));
        }
        if (life.restarts() > 0) {
            words.add((life.restarts() == 1 ? "1 restart" : life.restarts() + " restarts") + ", last ended "
                    + life.lastExit());
        }
        return String.join(", ", words);
    }

    /** With where it serves health and metrics, to operators only. */
    private static String words(Status.ReplicaStatus replica) {
        var words = words(replica.life());
        return replica.management() == null ? words : words + ", management " + replica.management();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static void row(StringBuilder lines, String name, String address, String process) {
        lines.append("%n  %-15s %-37s %s".formatted(name, address == null ? "-" : address, process));
    }
}
