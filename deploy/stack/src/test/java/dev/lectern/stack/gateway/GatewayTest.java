package dev.lectern.stack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.lectern.stack.FreePort;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private static final int TWELVE_MEGABYTES = 12 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final HttpClient client = HttpClient.newHttpClient();
    private Gateway gateway;
    private int port;

    @AfterEach
    void close() throws Exception {
        gateway.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void aRequestGoesToTheServiceOfItsFirstSegment() throws Exception {
        // Given
        open(Map.of(
                "agenda", origin(request -> request.response().end("schedule " + request.uri())),
                "catalog", origin(request -> request.response().end("catalog"))));
        // When
        var answer = get("/agenda/physics.json?day=2");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("schedule /agenda/physics.json?day=2");
    }

    @Test
    void theServiceLearnsHowTheCallerAskedWhateverTheCallerClaims() throws Exception {
        // Given
        open(Map.of(
                "agenda",
                origin(request -> request.response()
                        .end(request.getHeader("X-Forwarded-Proto") + " " + request.getHeader("X-Forwarded-Host") + " "
                                + request.getHeader("X-Forwarded-For") + " " + request.getHeader("Forwarded")))));
        // When
        var answer = client.send(
                HttpRequest.newBuilder(uri("/agenda"))
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("X-Forwarded-Proto", "https")
                        .header("Forwarded", "for=203.0.113.9")
                        .build(),
                BodyHandlers.ofString());
        // Then
        assertThat(answer.body()).isEqualTo("http 127.0.0.1:" + port + " 127.0.0.1 null");
    }

    @Test
    void aPathOfNoServiceIsNotFound() throws Exception {
        open(Map.of("catalog", origin(request -> request.response().end())));
        // When
        var answer = get("/catalogue/conferences");
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:lectern:problem:not-found\"", "\"instance\":null", "\"errors\":[]");
    }

    @Test
    void aServiceThatIsDownIsUnavailableForNow() throws Exception {
        open(Map.of("catalog", FreePort.find()));
        // When
        var answer = get("/catalog/conferences");
        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:lectern:problem:unavailable");
    }

    @Test
    void aLargeBodyToAServiceThatIsDownIsUnavailableToo() throws Exception {
        open(Map.of("catalog", FreePort.find()));
        // When
        var answer = client.send(post(new byte[TWELVE_MEGABYTES]), BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void replicasTakeTurns() throws Exception {
        // Given
        openReplicas(Map.of(
                "catalog",
                List.of(
                        origin(request -> request.response().end("first")),
                        origin(request -> request.response().end("second")))));
        // When
        var answers = new HashSet<String>();
        for (var i = 0; i < 8; i++) {
            answers.add(get("/catalog/conferences").body());
        }
        // Then
        assertThat(answers).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void aReplicaThatIsDownIsPassedOver() throws Exception {
        // Given
        openReplicas(Map.of(
                "catalog",
                List.of(
                        FreePort.find(),
                        origin(request -> request.body()
                                .onSuccess(body -> request.response().end(body))))));
        // When
        for (var i = 0; i < 8; i++) {
            var answer = client.send(post("hello".getBytes(UTF_8)), BodyHandlers.ofString());
            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
        }
    }

    @Test
    void aRequestThatMayHaveBeenSentIsNotSentToAnotherReplica() throws Exception {
        // Given
        var received = new AtomicInteger();
        Handler<HttpServerRequest> dying = request -> {
            received.incrementAndGet();
            request.connection().close();
        };
        openReplicas(Map.of("catalog", List.of(origin(dying), origin(dying))));
        // When
        var answer = client.send(post("hello".getBytes(UTF_8)), BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(received).hasValue(1);
    }

    @Test
    void whatIsUnderWayIsFinishedBeforeTheEndAndNothingElseIsBegun() throws Exception {
        // Given
        var arrived = new CompletableFuture<HttpServerRequest>();
        open(Map.of(
                "catalog",
                origin(arrived::complete),
                "agenda",
                origin(request -> request.response()
                        .putHeader("Content-Type", "text/event-stream")
                        .setChunked(true)
                        .write("data: 1\n\n"))));
        var endless = client.send(HttpRequest.newBuilder(uri("/agenda")).build(), BodyHandlers.ofInputStream());
        var slow = client.sendAsync(HttpRequest.newBuilder(uri("/catalog")).build(), BodyHandlers.ofString());
        var request = arrived.get();
        // When
        var drained = CompletableFuture.runAsync(this::drain);
        await().untilAsserted(() -> assertThat(get("/catalog").statusCode()).isEqualTo(503));
        // Then
        assertThat(drained).isNotDone();
        request.response().end("done");
        assertThat(slow).succeedsWithin(Duration.ofSeconds(5)).returns("done", HttpResponse::body);
        assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
        assertThat(get("/").statusCode()).isEqualTo(200);
        endless.body().close();
    }

    private void drain() {
        try {
            gateway.drain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLargeBodyPassesUnchangedInBothDirections() throws Exception {
        // Given
        open(Map.of(
                "catalog",
                origin(request ->
                        request.body().onSuccess(body -> request.response().end(body)))));
        var body = new byte[TWELVE_MEGABYTES];
        new Random(1).nextBytes(body);
        // When
        var answer = client.send(post(body), BodyHandlers.ofByteArray());
        // Then
        assertThat(Arrays.equals(answer.body(), body)).isTrue();
    }

    @RepeatedTest(20) // Nothing but luck would let a wrong order of events pass each time.
    void anAnswerGivenBeforeTheWholeBodyWasReadReachesTheCaller() throws Exception {
        // Given
        try (var origin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            open(Map.of("catalog", origin.getLocalPort()));
            var answering = CompletableFuture.runAsync(() -> answerTooLarge(origin));
            // When
            var answer = callerThatWritesAllBeforeItReads();
            // Then
            assertThat(answer).startsWith("HTTP/1.1 413 ").endsWith("too large");
            answering.join();
        }
    }

    @Test
    void aConnectionInWhichHalfARequestWasSentIsClosed() throws Exception {
        // Given
        try (var origin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            open(Map.of("catalog", origin.getLocalPort()));
            var answered = new CountDownLatch(1);
            var closed = CompletableFuture.runAsync(() -> answerAndStay(origin, answered));
            // When
            callerThatWritesAllBeforeItReads();
            answered.countDown();
            // Then
            assertThat(closed).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void anEndlessAnswerIsPassedOnPieceByPiece() throws Exception {
        // Given
        open(Map.of(
                "agenda", origin(request -> request.response().setChunked(true).write("data: 1\n\n"))));
        // When
        var answer = client.send(HttpRequest.newBuilder(uri("/agenda")).build(), BodyHandlers.ofInputStream());
        // Then
        try (var stream = answer.body()) {
            assertThat(new String(stream.readNBytes(9), UTF_8)).isEqualTo("data: 1\n\n");
        }
    }

    @Test
    void eachEventOfAStreamIsPassedOnAtOnce() throws Exception {
        // Given
        var listener = new CompletableFuture<HttpServerResponse>();
        open(Map.of("agenda", origin(request -> {
            request.response().setChunked(true).write("data: 1\n\n");
            listener.complete(request.response());
        })));
        var answer = client.send(HttpRequest.newBuilder(uri("/agenda")).build(), BodyHandlers.ofInputStream());
        // When
        try (var stream = answer.body()) {
            for (var event = 1; event < 5; event++) {
                // Then
                assertThat(new String(stream.readNBytes(9), UTF_8)).isEqualTo("data: " + event + "\n\n");
                listener.get().write("data: " + (event + 1) + "\n\n");
            }
        }
    }

    @Test
    void headOfAnEndlessAnswerEnds() throws Exception {
        // Given
        open(Map.of(
                "agenda",
                origin(request -> request.response()
                        .putHeader("Content-Type", "text/event-stream")
                        .putHeader("Transfer-Encoding", "chunked")
                        .end())));
        var head = HttpRequest.newBuilder(uri("/agenda/physics/stream"))
                .method("HEAD", BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(5))
                .build();
        // When
        var answer = client.send(head, BodyHandlers.ofString());
        // Then
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(get("/").body()).isEqualTo("Welcome");
    }

    @Test
    void aServiceIsToldWhenTheCallerOfAnEndlessAnswerLeaves() throws Exception {
        // Given
        var left = new CompletableFuture<Void>();
        open(Map.of("agenda", origin(request -> {
            request.response().closeHandler(left::complete);
            request.response().setChunked(true).write("data: 1\n\n");
        })));
        var answer = client.send(HttpRequest.newBuilder(uri("/agenda")).build(), BodyHandlers.ofInputStream());
        // When
        answer.body().close();
        // Then
        assertThat(left).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
        // Given
        open(Map.of(
                "agenda",
                origin(request -> request.response()
                        .setChunked(true)
                        .write("half")
                        .onSuccess(written -> request.connection().close()))));
        // When
        var answer = catchThrowable(() -> get("/agenda"));
        // Then
        assertThat(answer).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerToHeadKeepsItsHeaders() throws Exception {
        // Given
        open(Map.of(
                "agenda",
                origin(request ->
                        request.response().putHeader("Content-Length", "7").end())));
        var head = HttpRequest.newBuilder(uri("/agenda"))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        // When
        var answer = client.send(head, BodyHandlers.ofString());
        // Then
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("7");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void headersAboutOneConnectionStayThere() throws Exception {
        // Given
        open(Map.of(
                "agenda",
                origin(request -> request.response()
                        .putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "1")
                        .putHeader("ETag", "\"7\"")
                        .setStatusCode(304)
                        .end())));
        // When
        var answer = get("/agenda");
        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().map()).containsKey("etag").doesNotContainKeys("x-hop", "transfer-encoding");
    }

    @Test
    void theGatewayAnswersItsOwnPages() throws Exception {
        open(Map.of());
        // When
        var answer = get("/");
        // Then
        assertThat(answer.body()).isEqualTo("Welcome");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
    }

    @Test
    void aPathOrHeadersThatAreTooLargeAreRefused() throws Exception {
        open(Map.of());
        // When
        var path = raw("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        var headers = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(17_000) + "\r\n\r\n");
        var nonsense = raw("GET\r\n\r\n");
        // Then
        assertThat(path).contains(" 414 ", "urn:lectern:problem:uri-too-long");
        assertThat(headers).contains(" 431 ", "urn:lectern:problem:headers-too-large");
        assertThat(nonsense).contains(" 400 ", "urn:lectern:problem:invalid-request");
    }

    @Test
    void aConnectionInWhichNothingMovesIsCut() throws Exception {
        open(Map.of(), new Limits(10, Duration.ofSeconds(1)));
        // When
        var answer = raw("GET / HTTP/1.1\r\nHost:");
        // Then
        assertThat(answer).isEmpty();
    }

    @Test
    void oneConnectionTooManyIsClosedUntilAnotherEnds() throws Exception {
        // Given
        open(Map.of(), new Limits(1, Duration.ofSeconds(60)));
        var first = new Socket(InetAddress.getLoopbackAddress(), port);
        first.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
        assertThat(first.getInputStream().read()).isEqualTo('H');
        // When
        var second = raw("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        first.close();
        // Then
        assertThat(second).isEmpty();
        await().untilAsserted(() -> assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .endsWith("Welcome"));
    }

    /** All that comes until the gateway closes the connection. */
    private String raw(String request) throws IOException {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(10_000);
            connection.getOutputStream().write(request.getBytes(UTF_8));
            return new String(connection.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    private static void answerTooLarge(ServerSocket origin) {
        try (var connection = origin.accept()) {
            connection.getInputStream().readNBytes(1000);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 9\r\n\r\ntoo large"
                            .getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when the other side has closed the connection; reads no more before its answer has arrived. */
    private static void answerAndStay(ServerSocket origin, CountDownLatch answered) {
        try (var connection = origin.accept()) {
            connection.getInputStream().readNBytes(1000);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 413 Too Large\r\nContent-Length: 9\r\n\r\ntoo large".getBytes(UTF_8));
            answered.await();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Closed by a reset, which is as good.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String callerThatWritesAllBeforeItReads() throws IOException {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(10_000);
            var head = "POST /catalog/imports HTTP/1.1\r\nHost: x\r\nContent-Length: " + TWELVE_MEGABYTES + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(UTF_8));
            connection.getOutputStream().write(new byte[TWELVE_MEGABYTES]);
            var answer = new ByteArrayOutputStream();
            while (!answer.toString(UTF_8).endsWith("too large")) {
                answer.write(connection.getInputStream().read());
            }
            return answer.toString(UTF_8);
        }
    }

    private void open(Map<String, Integer> origins) throws Exception {
        open(origins, Limits.usual());
    }

    private void open(Map<String, Integer> origins, Limits limits) throws Exception {
        var alone = new HashMap<String, List<Integer>>();
        origins.forEach((segment, origin) -> alone.put(segment, List.of(origin)));
        openReplicas(alone, limits);
    }

    private void openReplicas(Map<String, List<Integer>> origins) throws Exception {
        openReplicas(origins, Limits.usual());
    }

    private void openReplicas(Map<String, List<Integer>> origins, Limits limits) throws Exception {
        port = FreePort.find();
        gateway = new Gateway(vertx, port, origins, Map.of("/", new Page("text/plain", "Welcome")), limits);
        gateway.start();
    }

    private int origin(Handler<HttpServerRequest> handler) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpRequest post(byte[] body) {
        return HttpRequest.newBuilder(uri("/catalog/imports"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
