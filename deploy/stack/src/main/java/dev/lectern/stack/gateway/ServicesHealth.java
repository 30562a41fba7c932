package dev.lectern.stack.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One answer for the whole stack, in the shape of MicroProfile Health: 200 while each service has a replica that is
 * ready, else 503. It says no more than which service is down, for everybody may ask.
 */
public final class ServicesHealth implements OwnPath {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Check(String name, String status) {}

    private record Health(String status, List<Check> checks) {

        boolean isUp() {
            return status.equals("UP");
        }
    }

    private final Map<String, List<String>> readiness;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private CompletableFuture<Health> last;
    private long askedAt;

    /** @param readiness the addresses at which the replicas of each service say whether they are ready */
    public ServicesHealth(Map<String, List<String>> readiness) {
        this.readiness = new LinkedHashMap<>(readiness);
    }

    @Override
    public void send(HttpServerRequest request) {
        if (!OwnPath.isRead(request)) {
            return;
        }
        var loop = Vertx.currentContext();
        var unused = now().thenAccept(health -> loop.runOnContext(turn -> request.response()
                .setStatusCode(health.isUp() ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(written(health))));
    }

    /** A crowd that asks costs the services no more than one who asks. */
    private synchronized CompletableFuture<Health> now() {
        if (last == null || System.nanoTime() - askedAt > FRESH_NANOS) {
            last = ask();
            askedAt = System.nanoTime();
        }
        return last;
    }

    private CompletableFuture<Health> ask() {
        var ready = new LinkedHashMap<String, CompletableFuture<Boolean>>();
        readiness.forEach((service, replicas) -> ready.put(service, isAnyReady(replicas)));
        return CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> health(ready));
    }

    private static Health health(Map<String, CompletableFuture<Boolean>> ready) {
        var checks = ready.entrySet().stream()
                .map(service -> new Check(service.getKey(), service.getValue().join() ? "UP" : "DOWN"))
                .toList();
        var isUp = checks.stream().allMatch(check -> check.status().equals("UP"));
        return new Health(isUp ? "UP" : "DOWN", checks);
    }

    private CompletableFuture<Boolean> isAnyReady(List<String> replicas) {
        var answers = replicas.stream().map(this::isReady).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> answers.stream().anyMatch(CompletableFuture::join));
    }

    private CompletableFuture<Boolean> isReady(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        return client.sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == 200)
                .exceptionally(away -> false);
    }

    private static String written(Health health) {
        try {
            return JSON.writeValueAsString(health);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a health cannot be written as JSON", e);
        }
    }
}
