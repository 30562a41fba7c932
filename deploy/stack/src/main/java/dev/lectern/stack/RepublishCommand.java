package dev.lectern.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.web.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "republish",
        description = {
            "Has each service announce again what it has told the others, from its database: after Kafka has lost it.",
            "Who knows it ignores it, and nobody is mailed. Returns 0 once all of it is with Kafka."
        })
final class RepublishCommand implements Callable<Integer> {

    private static final Duration GLANCE = Duration.ofMillis(500);

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var status = Status.of(data.directory());
        if (status.state() != Status.State.READY) {
            throw new Failure("the stack is not ready; deploy/lectern status says what is missing");
        }
        var api = new Api(status.gateway(), status.tokens().get("admin"));
        var progress = new Progress(System.out);
        var jobs = new LinkedHashMap<String, String>();
        for (var service : status.services().keySet()) {
            jobs.put(service, api.begin("/" + service + "/republication"));
        }
        for (var job : jobs.entrySet()) {
            var ended = end(api, job.getKey(), job.getValue(), progress);
            say(
                    progress,
                    job.getKey(),
                    "%d aggregates announced"
                            .formatted(ended.at("/result/aggregates").asLong()));
        }
        return 0;
    }

    private static JsonNode end(Api api, String service, String job, Progress progress)
            throws IOException, InterruptedException {
        var said = "";
        while (true) {
            var now = api.get(job);
            switch (now.path("state").asText()) {
                case "DONE" -> {
                    return now;
                }
                case "RUNNING" -> said = sayAnew(progress, service, said, stand(now));
                case "FAILED" ->
                    throw new Failure(service + ": "
                            + now.at("/problem/detail")
                                    .asText(now.at("/problem/title").asText()));
                default -> throw new Failure(service + " was stopped before it was done; run this again");
            }
            Thread.sleep(GLANCE.toMillis());
        }
    }

    private static String stand(JsonNode job) {
        return "%s, %d of %d"
                .formatted(
                        job.path("phase").asText(),
                        job.path("done").asLong(),
                        job.path("total").asLong());
    }

    private static String sayAnew(Progress progress, String service, String said, String stand) {
        if (!stand.equals(said)) {
            say(progress, service, stand);
        }
        return stand;
    }

    private static void say(Progress progress, String service, String what) {
        progress.say("  %-15s %s".formatted(service, what));
    }
}
