package dev.lectern.stack;

import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.web.Api;
import java.io.IOException;
import java.util.LinkedHashMap;
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
        name = "republish",
        description = {
            "Has each service announce again what it has told the others, from its database: after Kafka has lost it.",
            "Who knows it ignores it, and nobody is mailed. Returns 0 once all of it is with Kafka.",
            "",
            "With --restored, for databases that were restored to different moments: what each says is so from then on,",
            "whatever the others knew, what it does not know is gone, and presenters are told what is different for them."
        })
final class RepublishCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Option(names = "--restored", description = "Everybody takes it, and lets go of what the service does not know.")
    private boolean restored;

    @Parameters(paramLabel = "SERVICE", description = "catalog, schedule, notification; all of them if none is named.")
    private List<String> named = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (var service : named) {
            if (!Stack.SERVICES.contains(service)) {
                throw new ParameterException(spec.commandLine(), "there is no " + service);
            }
        }
        var status = Status.of(data.directory());
        if (status.state() != Status.State.READY) {
            throw new Failure("the stack is not ready; deploy/lectern status says what is missing");
        }
        var api = new Api(status.gateway(), status.tokens().get("admin"));
        var progress = new Progress(System.out);
        var jobs = new LinkedHashMap<String, String>();
        for (var service : named.isEmpty() ? Stack.SERVICES : named) {
            jobs.put(service, api.begin("/" + service + "/republication" + (restored ? "?restored=true" : "")));
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
