package dev.lectern.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lectern.stack.FreePort;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesHealthTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpServer> services = new ArrayList<>();

    @AfterEach
    void stop() {
        services.forEach(service -> service.stop(0));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theStackIsUpWhileEachServiceHasAReplicaThatIsReady() throws Exception {
        var answer = ask(Map.of("catalog", List.of(service(503), service(200))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"catalog\",\"status\":\"UP\"}]}");
    }

    @Test
    void whichServiceIsDownIsSaid() throws Exception {
        var readiness = new LinkedHashMap<String, List<String>>();
        readiness.put("catalog", List.of(service(200)));
        readiness.put("schedule", List.of("http://127.0.0.1:" + FreePort.find() + "/q/health/ready"));

        var answer = ask(readiness);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).endsWith("{\"name\":\"schedule\",\"status\":\"DOWN\"}]}");
    }

    private HttpResponse<String> ask(Map<String, List<String>> readiness) throws Exception {
        var port = FreePort.find();
        var gateway = new Gateway(vertx, port, Map.of(), Map.of("/health", new ServicesHealth(readiness)));
        gateway.start();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private String service(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        services.add(server);
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/q/health/ready";
    }
}
