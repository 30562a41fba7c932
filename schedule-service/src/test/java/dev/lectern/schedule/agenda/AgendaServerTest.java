package dev.lectern.schedule.agenda;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.web.Question;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer is looked at twice: the first one comes through the framework, those after it from memory. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class AgendaServerTest {

    private static final int TWICE = 2;
    private static final Pattern STATUS = Pattern.compile("HTTP/1[.]1 (\\d+)");

    @Inject
    AgendaServer server;

    @Inject
    Sites sites;

    private TestConference conference;
    private String agenda;

    @BeforeEach
    void aPublishedConference() {
        conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        agenda = "/agenda/" + conference.slug;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip;q=0, br;q=0"})
    void everyEncodingIsTheSameAgenda(String encodings) throws IOException {
        // Given
        var plain = reader().get(agenda).body().asString();
        for (var time = 0; time < TWICE; time++) {
            // When
            var answer = reader().header("Accept-Encoding", encodings).get(agenda);
            // Then
            answer.then()
                    .statusCode(200)
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", encodings.contains(";") ? nullValue() : equalTo(encodings))
                    .header("Vary", "Accept, Accept-Encoding")
                    .header("Cache-Control", "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400")
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Content-Length", Integer.toString(answer.asByteArray().length));
            assertThat(decoded(answer)).isEqualTo(plain);
        }
    }

    @Test
    void eachEncodingHasATagOfItsOwn() {
        for (var time = 0; time < TWICE; time++) {
            var gzip = reader().header("Accept-Encoding", "gzip").get(agenda).header("ETag");
            assertThat(gzip).isNotEqualTo(reader().get(agenda).header("ETag"));
            reader().header("Accept-Encoding", "gzip")
                    .header("If-None-Match", gzip)
                    .get(agenda)
                    .then()
                    .statusCode(304)
                    .header("ETag", gzip)
                    .body(emptyString());
            reader().header("If-None-Match", gzip).get(agenda).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void whoHasItAlreadyIsToldSo(String condition) {
        for (var time = 0; time < TWICE; time++) {
            var tag = reader().get(agenda).header("ETag");
            reader().header("If-None-Match", condition.formatted(tag))
                    .get(agenda)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void whatWasAnsweredOnceIsKeptForRequestsLikeIt() {
        // When
        reader().accept("text/calendar").get(agenda).then().statusCode(200);
        // Then
        var site = sites.current(conference.slug).orElseThrow();
        assertThat(site.answer(new Question(agenda, List.of("text/calendar"), List.of(), List.of())))
                .isPresent();
        assertThat(site.answer(new Question(agenda, List.of("text/html"), List.of(), List.of())))
                .isEmpty();
    }

    /** Else the second header of one reader would decide what others are sent. */
    @Test
    void everyLineOfAHeaderCounts() {
        for (var time = 0; time < TWICE; time++) {
            reader().header("Accept", "application/xml", "text/calendar")
                    .get(agenda)
                    .then()
                    .contentType("text/calendar;charset=UTF-8");
            reader().header("Accept", "application/xml").get(agenda).then().statusCode(406);
        }
    }

    @Test
    void aHeadIsAnAnswerWithoutItsBody() {
        for (var time = 0; time < TWICE; time++) {
            var whole = reader().get(agenda);
            reader().head(agenda)
                    .then()
                    .statusCode(200)
                    .header("ETag", whole.header("ETag"))
                    .header("Content-Length", Integer.toString(whole.asByteArray().length))
                    .body(emptyString());
        }
    }

    @Test
    void readersSeeAnEditWithoutAskingForIt() {
        // Given
        reader().get(agenda).then().statusCode(200);
        var before = reader().get(agenda).header("ETag");
        // When
        conference.place(3, "blue", "2027-03-02T10:00");
        // Then
        await().untilAsserted(() -> reader().get(agenda)
                .then()
                .body("talks[0].room.slug", equalTo("blue"))
                .header("ETag", not(before)));
    }

    @Test
    void whatIsTakenBackIsGoneForReadersToo() {
        // Given
        reader().get(agenda).then().statusCode(200);
        // When
        conference.unpublish();
        // Then
        await().untilAsserted(() -> reader().get(agenda).then().statusCode(404));
    }

    @Test
    void aVersionThatDoesNotComeIsNotWaitedForTooLong() {
        reader().get(agenda + "?minVersion=" + (conference.version() + 1))
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json");
    }

    @Test
    void theSameStateHasTheSameBytesOnBothDoors() {
        assertThat(reader().get(agenda + ".ics").asByteArray())
                .isEqualTo(given().get(agenda + ".ics").asByteArray());
    }

    @Test
    void everythingElseIsAnsweredByTheFramework() {
        reader().get("/agenda?pageSize=1").then().statusCode(200);
        reader().get("/agenda/" + UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json");
        reader().body("x").post(agenda).then().statusCode(405);
        reader().header("If-Match", "\"other\"").get(agenda).then().statusCode(412);
        reader().get("/").then().statusCode(404);
    }

    @Test
    void requestsThatComeTogetherAreAnsweredInTheirOrder() throws IOException {
        // Given
        var tag = reader().get(agenda).header("ETag");
        reader().head(agenda).then().statusCode(200);
        try (var connection = new Socket("localhost", server.port())) {
            // When
            send(connection, "HEAD", agenda, "");
            send(connection, "GET", agenda, "If-None-Match: " + tag);
            send(connection, "GET", agenda + "?lang=en", "");
            send(connection, "GET", agenda, "If-None-Match: " + tag);
            send(connection, "HEAD", "/agenda/nowhere", "");
            send(connection, "GET", agenda, "If-None-Match: " + tag + "\r\nConnection: close");
            // Then
            var answers = new String(connection.getInputStream().readAllBytes(), UTF_8);
            assertThat(STATUS.matcher(answers).results().map(found -> found.group(1)))
                    .containsExactly("200", "304", "200", "304", "404", "304");
        }
    }

    @Test
    void anOldReaderIsAnsweredAsItUnderstands() throws IOException {
        for (var time = 0; time < TWICE; time++) {
            try (var connection = new Socket("localhost", server.port())) {
                // When
                send(connection, ("GET " + agenda + " HTTP/1.0\r\n\r\n"));
                // Then
                assertThat(new String(connection.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.") // The version is the server's own (RFC 9110, section 2.5).
                        .contains(" 200 OK\r\n")
                        .endsWith("}");
            }
        }
    }

    private static void send(Socket connection, String method, String path, String header) throws IOException {
        send(connection, request(method, path, header));
    }

    private static void send(Socket connection, String requests) throws IOException {
        connection.getOutputStream().write(requests.getBytes(UTF_8));
    }

    private static String request(String method, String path, String header) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + (header.isEmpty() ? "" : "\r\n")
                + "\r\n";
    }

    private RequestSpecification reader() {
        return given().port(server.port())
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    private static String decoded(Response answer) throws IOException {
        var bytes = answer.asByteArray();
        var plain =
                switch (Objects.requireNonNullElse(answer.header("Content-Encoding"), "")) {
                    case "br" -> Decoder.decompress(bytes).getDecompressedData();
                    case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
                    default -> bytes;
                };
        return new String(plain, UTF_8);
    }
}
