package dev.lectern.stack;

import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.web.Api;
import java.io.IOException;
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
            var followed = new Job(api, job.getKey(), progress);
            var result = followed.end(job.getValue());
            followed.say("%d aggregates announced"
                    .formatted(result.path("aggregates").asLong()));
        }
        return 0;
    }
}
