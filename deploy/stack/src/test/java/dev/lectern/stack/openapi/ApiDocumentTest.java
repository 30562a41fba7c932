package dev.lectern.stack.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lectern.stack.FreePort;
import dev.lectern.stack.gateway.Gateway;
import dev.lectern.stack.gateway.OwnPath;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The document and its page, as the gateway serves them. */
class ApiDocumentTest {

    private static final String ROOMS = """
            {"openapi":"3.1.0","info":{"title":"Schedule","version":"1"},"paths":{"/schedule/rooms":{"get":{"operationId":"listRooms"}}}}""";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = FreePort.find();
    private HttpServer service;
    private Gateway gateway;

    @AfterEach
    void close() throws Exception {
        gateway.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get();
        if (service != null) {
            service.stop(0);
        }
    }

    @Test
    void nobodyNeedsATokenForTheDocumentOfAllServices() throws Exception {
        // Given
        open(List.of(service()));
        // When
        var answer = get("/openapi", "*/*");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).contains("\"listRooms\"", "\"https://lectern.example\"");
    }

    @Test
    void itIsYamlForWhoeverRatherHasThat() throws Exception {
        // Given
        open(List.of(service()));
        // Then
        assertThat(get("/openapi", "application/yaml").body()).contains("operationId: \"listRooms\"");
        assertThat(get("/openapi.yaml", "*/*").body()).contains("operationId: \"listRooms\"");
    }

    @Test
    void anyReplicaOfAServiceWillDo() throws Exception {
        // Given
        open(List.of(address(FreePort.find()), service()));
        // Then
        assertThat(get("/openapi", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsNotHalfThereWhileAServiceIsAway() throws Exception {
        // Given
        open(List.of(address(FreePort.find())));
        // When
        var answer = get("/openapi", "*/*");
        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("urn:lectern:problem:unavailable");
    }

    @Test
    void thePageHasAllThatItNeedsAndMayLoadNothingFromElsewhere() throws Exception {
        // Given
        open(List.of(service()));
        // When
        var page = get("/openapi/ui", "text/html");
        // Then
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("http", "*");
        assertThat(page.body()).doesNotContain("//");
        for (var file : List.of("page.js", "swagger-ui.css", "swagger-ui-bundle.js")) {
            assertThat(page.body()).contains("/openapi/ui/" + file);
            assertThat(get("/openapi/ui/" + file, "*/*").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nothingCanBeDoneToIt() throws Exception {
        // Given
        open(List.of(service()));
        for (var path : List.of("/openapi", "/openapi.yaml", "/openapi/ui", "/openapi/ui/page.js")) {
            // When
            var answer = client.send(HttpRequest.newBuilder(uri(path)).DELETE().build(), BodyHandlers.ofString());
            // Then
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
        }
    }

    private void open(List<String> sources) throws Exception {
        var api = new ApiDocument("https://lectern.example", Map.of("schedule", sources));
        Map<String, OwnPath> pages = new HashMap<>(ApiPage.paths());
        pages.put("/openapi", api.either());
        pages.put("/openapi.yaml", api.yaml());
        gateway = new Gateway(vertx, port, Map.of(), pages);
        gateway.start();
    }

    private String service() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var document = ROOMS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        service.start();
        return address(service.getAddress().getPort());
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port + "/q/openapi";
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path)).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
