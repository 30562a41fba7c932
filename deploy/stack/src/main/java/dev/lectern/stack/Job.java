package dev.lectern.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Progress;
import dev.lectern.stack.web.Api;
import java.io.IOException;
import java.time.Duration;

/** Work of a service that takes longer than a caller waits, for the person at the terminal. */
record Job(Api api, String service, Progress progress) {

    private static final Duration GLANCE = Duration.ofMillis(500);

    /**
     * Follows it to its end.
     *
     * @param status the path that tells where it stands
     * @return what came of it
     */
    JsonNode end(String status) throws IOException, InterruptedException {
        var said = "";
        while (true) {
            var now = api.get(status);
            switch (now.path("state").asText()) {
                case "DONE" -> {
                    return now.path("result");
                }
                case "RUNNING" -> said = sayAnew(said, stand(now));
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

    private String sayAnew(String said, String stand) {
        if (!stand.equals(said)) {
            say(stand);
        }
        return stand;
    }

    void say(String what) {
        progress.say("  %-15s %s".formatted(service, what));
    }
}
