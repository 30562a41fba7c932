package dev.lectern.stack.doctor;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.service.Replica;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the services say of themselves: whether they are ready, and whether something needs a person's attention. */
public final class Health {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration patience;
    private final Ports ports;
    private final List<Replica> replicas;

    public Health(Ports ports, List<Replica> replicas) {
        this(ports, replicas, PATIENCE);
    }

    /** @param patience from when on a replica is slow */
    Health(Ports ports, List<Replica> replicas, Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
        this.ports = ports;
        this.replicas = replicas;
    }

    public List<Finding> look() {
        return replicas.stream()
                .flatMap(replica ->
                        Stream.of(look(replica, "ready", "ready"), look(replica, "well", "no alarm is raised")))
                .toList();
    }

    private Finding look(Replica replica, String kind, String good) {
        var remedy = "See \"logs " + replica.name() + "\"";
        try {
            var down = down(ask(ports.url(replica.management()) + "/q/health/" + kind));
            return down.isEmpty()
                    ? Finding.ok(replica.name(), good)
                    : Finding.fail(replica.name(), remedy, "it is not %s: %s".formatted(kind, down));
        } catch (HttpTimeoutException e) {
            return Finding.warn(
                    replica.name(),
                    remedy + "; it may have too much to do",
                    "it listens and does not say within %d s whether it is %s: it is slow, or hangs"
                            .formatted(patience.toSeconds(), kind));
        } catch (IOException e) {
            return Finding.fail(
                    replica.name(),
                    remedy,
                    "it is dead: nobody answers at %s (%s)"
                            .formatted(
                                    ports.address(replica.management()),
                                    e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The names of the checks that do not hold. */
    private static String down(JsonNode health) {
        return StreamSupport.stream(health.path("checks").spliterator(), false)
                .filter(check -> !"UP".equals(check.path("status").asText()))
                .map(check -> "\"" + check.path("name").asText() + "\" does not hold")
                .collect(joining(", "));
    }

    private JsonNode ask(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(patience).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }
}
