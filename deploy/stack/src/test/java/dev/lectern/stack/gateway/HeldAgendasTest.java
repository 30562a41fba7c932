package dev.lectern.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.web.MemoryConnections;
import dev.lectern.stack.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeldAgendasTest {

    private static final int FOUR_MEGABYTES = 4 << 20;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final HttpClient client = HttpClient.newHttpClient();
    private Gateway gateway;
    private int port;

    @AfterEach
    void close() throws Exception {
        gateway.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    /** Serves agendas, each with a tag of its revision, and tells of revisions when it is to. */
    private final class Schedule {

        private final AtomicInteger reads = new AtomicInteger();
        private final Queue<HttpServerResponse> listeners = new ConcurrentLinkedQueue<>();
        private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();
        private final HttpServer server;
        private final AtomicInteger revision = new AtomicInteger(1);
        private volatile boolean isLate;
        private volatile String vary = "Accept, Accept-Encoding";
        private volatile String caching = "public, max-age=15";
        private volatile String padding = "";

        Schedule() throws Exception {
            server = vertx.createHttpServer()
                    .requestHandler(this::answer)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        }

        private void answer(HttpServerRequest request) {
            if (request.path().endsWith("/stream")) {
                tell(request.response().setChunked(true).putHeader("Content-Type", "text/event-stream"));
                listeners.add(request.response());
                return;
            }
            reads.incrementAndGet();
            if (("\"" + revision + "\"").equals(request.getHeader("If-None-Match"))) {
                request.response().setStatusCode(304).end();
                return;
            }
            var answer = request.response()
                    .putHeader("ETag", "\"" + revision + "\"")
                    .putHeader("Vary", vary)
                    .putHeader("Cache-Control", caching)
                    .putHeader("Content-Type", "text/plain")
                    .putHeader("Access-Control-Allow-Origin", "*");
            var body = request.path() + " " + request.getHeader("Accept") + " " + revision + padding;
            if (isLate) {
                late.add(() -> answer.end(body));
            } else {
                answer.end(body);
            }
        }

        private void tell(HttpServerResponse listener) {
            listener.write("id:" + revision + "\nevent:revision\ndata:" + revision + "\n\n");
        }

        void revise() {
            revision.incrementAndGet();
            listeners.forEach(this::tell);
        }

        int port() {
            return server.actualPort();
        }

        void die() throws Exception {
            server.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    @Test
    void whatIsReadAgainComesFromMemoryAsTheServiceSaidIt() throws Exception {
        // Given
        var schedule = open();
        var first = get("/agenda/physics");
        awaitHeld(schedule, "/agenda/physics");
        // When
        var held = get("/agenda/physics");
        // Then
        assertThat(held.statusCode()).isEqualTo(200);
        assertThat(held.body()).isEqualTo("/agenda/physics null 1");
        assertThat(held.headers()).isEqualTo(first.headers());
    }

    @Test
    void aLaterRevisionIsReadFromTheServiceAndThenHeldInItsTurn() throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        // When
        schedule.revise();
        // Then
        await().untilAsserted(() -> assertThat(get("/agenda/physics").body()).endsWith(" 2"));
        awaitHeld(schedule, "/agenda/physics");
        assertThat(get("/agenda/physics").body()).endsWith(" 2");
    }

    @Test
    void anAnswerThatWasBegunBeforeARevisionIsNotHeldAfterIt() throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        schedule.isLate = true;
        var reader = client.sendAsync(request("/agenda/physics/talks/1").build(), BodyHandlers.ofString());
        await().until(() -> schedule.late.size() == 1);
        schedule.late.remove().run();
        assertThat(reader.get().body()).endsWith(" 1");
        await("The gateway asks in its own name").until(() -> schedule.late.size() == 1);
        // When
        schedule.isLate = false;
        schedule.revise();
        await().untilAsserted(() -> assertThat(get("/agenda/physics").body()).endsWith(" 2"));
        schedule.late.remove().run();
        // Then
        awaitHeld(schedule, "/agenda/physics/talks/1");
        assertThat(get("/agenda/physics/talks/1").body()).endsWith(" 2");
    }

    @Test
    void anAgendaThatIsNotPublicAnyMoreIsNotHeld() throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        schedule.revision.set(2);
        // When
        schedule.listeners.remove().end();
        // Then
        await().untilAsserted(() -> assertThat(get("/agenda/physics").body()).endsWith(" 2"));
    }

    @Test
    void whereAReplicaDiesAnotherOneAnswers() throws Exception {
        // Given
        var first = new Schedule();
        var second = new Schedule();
        second.revision.set(2);
        open(List.of(first.port(), second.port()));
        awaitHeld(first, second, "/agenda/physics");
        var held = get("/agenda/physics").body().endsWith(" 1") ? first : second;
        var other = held == first ? second : first;
        // When
        held.die();
        // Then
        await().untilAsserted(() -> assertThat(get("/agenda/physics").body()).endsWith(" " + other.revision));
        awaitHeld(other, "/agenda/physics");
        assertThat(get("/agenda/physics").body()).endsWith(" " + other.revision);
    }

    @Test
    void aReplicaThatFallsSilentIsNotBelieved() throws Exception {
        // Given
        var schedule = new Schedule();
        port = FreePort.find();
        gateway = new Gateway(vertx, port, Map.of(), Map.of());
        var agendas = new HeldAgendas(vertx, Duration.ofSeconds(1));
        var origin = vertx.createHttpClient();
        vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(new MemoryConnections(agendas, Duration.ofMinutes(1))::watch)
                .requestHandler(request -> Exchange.begin(
                        origin, List.of(schedule.port()), request, answer -> agendas.learn(request, answer)))
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        awaitHeld(schedule, "/agenda/physics");
        // When
        schedule.revision.set(2);
        // Then
        await().untilAsserted(() -> assertThat(get("/agenda/physics").body()).endsWith(" 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"0\", \"1\"", " * "})
    void whoHasTheBytesIsToldSo(String condition) throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        var before = schedule.reads.get();
        // When
        var answer = get("/agenda/physics", "If-None-Match", condition);
        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map().keySet())
                .containsExactlyInAnyOrder("etag", "cache-control", "vary", "access-control-allow-origin");
        assertThat(get("/agenda/physics", "If-None-Match", "\"0\"").statusCode())
                .isEqualTo(200);
        assertThat(schedule.reads).hasValue(before);
    }

    @Test
    void whoHasHadTheBytesAllAlongIsAnsweredFromMemoryToo() throws Exception {
        // Given
        var schedule = open();
        // When
        await().until(() -> {
            var before = schedule.reads.get();
            return get("/agenda/physics", "If-None-Match", "\"1\"").statusCode() == 304
                    && schedule.reads.get() == before;
        });
        // Then
        assertThat(get("/agenda/physics").body()).isEqualTo("/agenda/physics null 1");
    }

    @Test
    void headIsAnsweredByWhatIsHeldForGet() throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        var before = schedule.reads.get();
        // When
        var answer = client.send(
                request("/agenda/physics")
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers()).isEqualTo(get("/agenda/physics").headers());
        assertThat(schedule.reads).hasValue(before);
    }

    @Test
    void eachKindOfRequestHasItsOwnAnswer() throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        awaitHeld(schedule, "/agenda/physics", "Accept", "text/html");
        awaitHeld(schedule, "/agenda/physics", "Accept", "text/html", "Accept", "text/csv");
        // Then
        assertThat(get("/agenda/physics").body()).endsWith(" null 1");
        assertThat(get("/agenda/physics", "Accept", "text/html").body()).endsWith(" text/html 1");
        for (var header : List.of("Accept", "Accept-Encoding", "Accept-Language")) {
            var before = schedule.reads.get();
            get("/agenda/physics", header, "unheard-of");
            assertThat(schedule.reads).as(header).hasValueGreaterThan(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"Authorization,Bearer x", "Cookie,a=b", "Range,bytes=0-1", "If-Match,*"})
    void whatAsksForMoreThanPublicBytesGoesToTheService(String header, String value) throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        var before = schedule.reads.get();
        // When
        for (var i = 0; i < 5; i++) {
            get("/agenda/physics", header, value);
            get("/agenda/physics/talks/1", header, value);
        }
        // Then
        assertThat(schedule.reads).hasValue(before + 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agenda/physics?lang=de",
                "/agenda",
                "/agenda/",
                "/agenda/-/agenda.css",
                "/agenda/physics/../maths",
                "/agenda/physics/%2e%2E/maths",
                "/agenda/physics/..%2Fmaths",
                "/agenda/physics//talks/1",
                "/agenda/physics;v=1",
                "/agenda/physics/talks/1;v=/1",
                "/agenda/ph%79sics"
            })
    void whatIsNotSurelyOfOneAgendaIsNotHeld(String path) throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        var before = schedule.reads.get();
        // When
        for (var i = 0; i < 5; i++) {
            get(path);
        }
        // Then
        assertThat(schedule.reads).hasValue(before + 5);
    }

    @Test
    void anAnswerThatVariesOtherwiseOrIsNotForAllIsNotHeld() throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        var before = schedule.reads.get();
        // When
        schedule.vary = "Accept, Origin";
        for (var i = 0; i < 5; i++) {
            get("/agenda/physics/talks/1");
        }
        schedule.vary = "Accept";
        schedule.caching = "private";
        for (var i = 0; i < 5; i++) {
            get("/agenda/physics/talks/1");
        }
        schedule.caching = "public";
        schedule.padding = "x".repeat(FOUR_MEGABYTES);
        for (var i = 0; i < 5; i++) {
            get("/agenda/physics/talks/1");
        }
        // Then
        assertThat(schedule.reads).hasValue(before + 15);
    }

    @Test
    void whatWasReadLongestAgoMakesRoom() throws Exception {
        // Given
        var schedule = open();
        schedule.padding = "x".repeat(FOUR_MEGABYTES - 100);
        awaitHeld(schedule, "/agenda/first");
        // When
        for (var i = 0; i < 8; i++) {
            awaitHeld(schedule, "/agenda/other-" + i);
        }
        // Then
        assertThat(schedule.listeners.stream().filter(each -> !each.closed())).hasSizeLessThan(9);
        assertThat(isHeld(schedule, "/agenda/first")).isFalse();
    }

    @Test
    void theGatewayEndsWithoutWaitingForItsOwnStreams() throws Exception {
        // Given
        var schedule = open();
        awaitHeld(schedule, "/agenda/physics");
        // When
        var drained = CompletableFuture.runAsync(this::drain);
        // Then
        assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
        gateway.stop();
        await().until(() -> schedule.listeners.stream().allMatch(HttpServerResponse::closed));
    }

    private void drain() {
        try {
            gateway.drain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Schedule open() throws Exception {
        var schedule = new Schedule();
        open(List.of(schedule.port()));
        return schedule;
    }

    private void open(List<Integer> replicas) throws Exception {
        port = FreePort.find();
        gateway = new Gateway(vertx, port, Map.of("agenda", replicas), Map.of());
        gateway.start();
    }

    private void awaitHeld(Schedule schedule, String path, String... headers) {
        await().pollInterval(Duration.ofMillis(10)).until(() -> isHeld(schedule, path, headers));
    }

    private void awaitHeld(Schedule first, Schedule second, String path) {
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            var before = first.reads.get() + second.reads.get();
            get(path);
            return first.reads.get() + second.reads.get() == before;
        });
    }

    private boolean isHeld(Schedule schedule, String path, String... headers) throws Exception {
        var before = schedule.reads.get();
        get(path, headers);
        return schedule.reads.get() == before;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = request(path);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
