package dev.lectern.stack.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A JSON API as one caller sees it. An answer that is neither 2xx nor asked for is a {@link Failure} that quotes it.
 */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String origin;
    private final String token;

    public Api(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return body("GET", path, exchange("GET", path, null));
    }

    /** Nothing where the answer is 404. */
    public Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        var answer = exchange("GET", path, null);
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(body("GET", path, answer));
    }

    public JsonNode send(String method, String path, Object request) throws IOException, InterruptedException {
        return body(method, path, exchange(method, path, request));
    }

    /** Sends a form of a page, as a browser does. */
    public void submit(String path, Map<String, String> form) throws IOException, InterruptedException {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Patience.now(PATIENCE))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        var status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status != SEE_OTHER) {
            throw new Failure("POST %s is answered %d".formatted(path, status));
        }
    }

    /** Begins work that takes long, without waiting for it, and returns the path of its status. */
    public String begin(String path) throws IOException, InterruptedException {
        var answer = exchange("POST", path, null, "Prefer", "respond-async");
        return body("POST", path, answer).path("status").asText();
    }

    private HttpResponse<byte[]> exchange(String method, String path, Object request, String... headers)
            throws IOException, InterruptedException {
        var body =
                request == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request));
        var asked = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Patience.now(PATIENCE))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body);
        for (var i = 0; i < headers.length; i += 2) {
            asked.header(headers[i], headers[i + 1]);
        }
        return client.send(asked.build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode body(String method, String path, HttpResponse<byte[]> answer) throws IOException {
        var body = JSON.readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new Failure("%s %s is answered %d %s"
                    .formatted(
                            method,
                            path,
                            answer.statusCode(),
                            body.path("detail").asText(body.path("title").asText())));
        }
        return body;
    }
}
