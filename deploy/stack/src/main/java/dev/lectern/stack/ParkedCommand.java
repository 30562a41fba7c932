package dev.lectern.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.web.Api;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "parked",
        description = {
            "Lists the events that services could not take in, tries them again, or gives them up.",
            "What one says that is given up is missing until a newer state comes; republish has the present ones"
                    + " announced again."
        })
final class ParkedCommand implements Callable<Integer> {

    enum Action {
        LIST,
        RETRY,
        DISCARD
    }

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|retry|discard",
            defaultValue = "list",
            description = "What to do. Default: list")
    private Action action;

    @Parameters(index = "1..*", paramLabel = "ID", description = "Which ones, of the service that --service names.")
    private List<Long> ids = List.of();

    @Option(names = "--service", paramLabel = "S", description = "Of this service only.")
    private String service;

    @Option(names = "--all", description = "Retry or discard all.")
    private boolean all;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        var status = Status.of(data.directory());
        if (status.state() != Status.State.READY) {
            throw new Failure("the stack is not ready; deploy/lectern status says what is missing");
        }
        var api = new Api(status.gateway(), status.tokens().get("admin"));
        for (var one : service == null ? Stack.SERVICES : List.of(service)) {
            var records = new Records(api, one, new Progress(System.out));
            switch (action) {
                case LIST -> records.list();
                case RETRY -> records.retry(ids);
                case DISCARD -> records.discard(ids);
            }
        }
        return 0;
    }

    /** Ids are a service's own, and all are never meant by saying nothing. */
    private void check() {
        if (service != null && !Stack.SERVICES.contains(service)) {
            throw wrong("--service: there is no " + service + ", but " + String.join(", ", Stack.SERVICES));
        }
        if (action == Action.LIST && (all || !ids.isEmpty())) {
            throw wrong("list takes neither ids nor --all");
        }
        if (action != Action.LIST && all != ids.isEmpty()) {
            throw wrong("either ids or --all");
        }
        if (!ids.isEmpty() && service == null) {
            throw wrong("ids need the --service that has them");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Those of one service. No ids stand for all. */
    private record Records(Api api, String service, Progress progress) {

        void list() throws IOException, InterruptedException {
            var path = path("?pageSize=500");
            var page = api.get(path);
            page.path("items").forEach(this::say);
            while (page.hasNonNull("nextPageToken")) {
                page = api.get(path + "&pageToken=" + page.path("nextPageToken").asText());
                page.path("items").forEach(this::say);
            }
        }

        void retry(List<Long> ids) throws IOException, InterruptedException {
            for (var id : ids) {
                say(api.send("POST", path("/" + id + "/retry"), null));
            }
            if (ids.isEmpty()) {
                var job = new Job(api, service, progress);
                var done = job.end(api.begin(path("/retries")));
                say("%d applied, %d stay parked"
                        .formatted(
                                done.path("applied").asLong(),
                                done.path("parked").asLong()));
            }
        }

        void discard(List<Long> ids) throws IOException, InterruptedException {
            for (var id : ids) {
                say(api.send("DELETE", path("/" + id), null));
            }
            if (ids.isEmpty()) {
                var done = api.send("DELETE", path(""), null);
                say("%d discarded".formatted(done.path("discarded").asLong()));
            }
        }

        private String path(String rest) {
            return "/" + service + "/parked-records" + rest;
        }

        private void say(JsonNode record) {
            say("%6d  %-9s %s-%d at %d, key %s, %s, %d bytes, %s"
                    .formatted(
                            record.path("id").asLong(),
                            record.path("state").asText(),
                            record.path("topic").asText(),
                            record.path("partition").asInt(),
                            record.path("offset").asLong(),
                            record.path("key").asText(),
                            record.path("reason").asText(),
                            record.path("payloadBytes").asInt(),
                            record.path("parkedAt").asText()));
        }

        private void say(String what) {
            progress.say("  %-15s %s".formatted(service, what));
        }
    }
}
