package dev.lectern.stack.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.lectern.stack.gateway.OwnPath;
import dev.lectern.stack.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The merged document of the running services, as JSON or YAML. It is made when it is first asked for, and stays. */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ABOUT =
            "The schedule of a conference: organisers edit it, presenters are told of each change that concerns"
                    + " them, and attendees see the current agenda.";

    private final String server;
    private final Map<String, List<String>> sources;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile JsonNode made;

    /**
     * @param server the public address
     * @param sources the addresses of each service's document, one for each replica
     */
    public ApiDocument(String server, Map<String, List<String>> sources) {
        this.server = server;
        this.sources = new LinkedHashMap<>(sources);
    }

    /** As JSON, unless the caller rather has YAML. */
    public OwnPath either() {
        return request -> {
            var accept = request.getHeader("Accept");
            (accept != null && accept.contains("yaml") && !accept.contains("json") ? yaml() : json()).send(request);
        };
    }

    public OwnPath json() {
        return request -> send(request, "application/json", JSON);
    }

    public OwnPath yaml() {
        return request -> send(request, "application/yaml", new YAMLMapper());
    }

    private void send(HttpServerRequest request, String mediaType, ObjectMapper mapper) {
        if (!OwnPath.isRead(request)) {
            return;
        }
        Future.fromCompletionStage(document(), Vertx.currentContext())
                .onSuccess(document -> answer(request, mediaType, written(document, mapper)))
                .onFailure(away -> refuse(request));
    }

    private static void answer(HttpServerRequest request, String mediaType, byte[] document) {
        request.response()
                .putHeader("Content-Type", mediaType)
                .putHeader("Vary", "Accept")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(document));
    }

    private static void refuse(HttpServerRequest request) {
        request.response().putHeader("Retry-After", "2");
        new Problem(503, "unavailable", "This is not available right now", "A service does not answer yet")
                .send(request.response());
    }

    private static byte[] written(JsonNode document, ObjectMapper mapper) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<JsonNode> document() {
        if (made != null) {
            return CompletableFuture.completedFuture(made);
        }
        var documents = new LinkedHashMap<String, CompletableFuture<JsonNode>>();
        sources.forEach((service, addresses) -> documents.put(service, fetchAny(addresses)));
        return CompletableFuture.allOf(documents.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    var api = new MergedApi("Lectern", ABOUT, server);
                    documents.forEach((service, document) -> api.add(service, document.join()));
                    made = api.document();
                    return made;
                });
    }

    private CompletableFuture<JsonNode> fetchAny(List<String> addresses) {
        var first = fetch(addresses.get(0));
        return addresses.size() == 1
                ? first
                : first.exceptionallyCompose(away -> fetchAny(addresses.subList(1, addresses.size())));
    }

    private CompletableFuture<JsonNode> fetch(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        return client.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(answer -> {
            try {
                if (answer.statusCode() != 200) {
                    throw new IOException("status " + answer.statusCode());
                }
                return JSON.readTree(answer.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
