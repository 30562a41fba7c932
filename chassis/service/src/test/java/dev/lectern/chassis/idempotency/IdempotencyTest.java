package dev.lectern.chassis.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.sample.Pebbles;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class IdempotencyTest {

    private static final String GREY = "{\"colour\":\"grey\"}";
    private static final String RED = "{\"colour\":\"red\"}";

    private final String key = UUID.randomUUID().toString();
    private final String email = key + "@conf.example";

    @Inject
    StoredAnswers answers;

    @Inject
    Pebbles pebbles;

    @Inject
    EntityManager entities;

    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @Test
    void theSameAgainIsAnsweredTheSameAndDoneOnce() {
        var first = post("/pebbles/boxes/a", GREY);
        var again = post("/pebbles/boxes/a", GREY);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        for (var header : new String[] {"Location", "ETag", "Content-Type", "Content-Length"}) {
            assertThat(again.header(header)).isEqualTo(first.header(header)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pebbles//boxes/a",
                "/pebbles/boxes/a/",
                "/pebbles/./boxes/a",
                "/pebbles/x/../boxes/a",
                "/pebbles/boxes/%61",
                "/pebbles/boxes//a//"
            })
    void anotherWayToWriteThePathIsTheSame(String path) {
        var first = post("/pebbles/boxes/a", GREY);
        var again = post(path, GREY);

        // Where the framework finds nothing at such a path, nothing is done either.
        assertThat(again.statusCode()).isIn(201, 404, 405);
        if (again.statusCode() == 201) {
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        }
    }

    @Test
    void aSlashWithinAPartIsNoSlashBetweenParts() {
        var box = post("/pebbles/boxes/a%2Fdust", GREY);
        var dust = post("/pebbles/boxes/a/dust", GREY);

        assertThat(box.statusCode()).isIn(201, 404);
        dust.then().statusCode(200).body("dust", equalTo("a"));
    }

    @Test
    void twinsAtOnceAreDoneOnce() {
        var twins = Executors.newFixedThreadPool(6);
        try {
            var token = TestTokens.organiser(email);
            var under = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> post(token, "/pebbles/boxes/a", GREY), twins))
                    .limit(6)
                    .toList();
            var locations = under.stream()
                    .map(CompletableFuture::join)
                    .peek(answer -> answer.then().statusCode(201))
                    .map(answer -> answer.header("Location"));

            assertThat(locations.distinct()).hasSize(1);
        } finally {
            twins.shutdown();
        }
    }

    @Test
    void withoutAKeyEachIsDone() {
        var token = TestTokens.organiser(email);
        var first = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(GREY)
                .post("/pebbles/boxes/a");
        var again = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(GREY)
                .post("/pebbles/boxes/a");

        assertThat(again.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        post("/pebbles/boxes/a", GREY);

        reused(post("/pebbles/boxes/a", "{\"colour\":\"blue\"}"));
        reused(post("/pebbles/boxes/a?dryRun=false", GREY));
    }

    @Test
    void aKeyCountsForOneCallerAndOnePath() {
        var mine = post("/pebbles/boxes/a", GREY).header("Location");

        assertThat(post("/pebbles/boxes/b", GREY).header("Location")).isNotEqualTo(mine);
        assertThat(post(TestTokens.organiser("other-" + email), "/pebbles/boxes/a", GREY)
                        .header("Location"))
                .isNotEqualTo(mine);
    }

    @Test
    void whatWasRefusedMayBeAskedAgainWithTheSameKey() {
        var refused = post("/pebbles/boxes/a", RED);
        refused.then().statusCode(409);
        assertThat(pebbles.weightOf(UUID.fromString(refused.path("detail")))).isNull();

        post("/pebbles/boxes/a", GREY).then().statusCode(201);
    }

    @Test
    void aDryRunTakesNoKey() {
        post("/pebbles/boxes/a?dryRun=true", GREY).then().statusCode(201);

        var real = post("/pebbles/boxes/a", GREY);

        real.then().statusCode(201);
        assertThat(pebbles.weightOf(UUID.fromString(real.path("id")))).isNotNull();
    }

    @Test
    void afterADayAKeyIsNew() {
        var first = post("/pebbles/boxes/a", GREY).header("Location");
        aDayPasses();

        assertThat(post("/pebbles/boxes/a", GREY).header("Location")).isNotEqualTo(first);
        assertThat(post("/pebbles/boxes/a", "{\"colour\":\"blue\"}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void afterADayAnAnswerIsForgotten() {
        var id = post("/pebbles/boxes/a", GREY).<String>path("id");
        answers.forgetOld();
        assertThat(kept(id)).isOne();
        aDayPasses();

        answers.forgetOld();

        assertThat(kept(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/pebbles/boxes/%s/dust", "/pebbles/%%62oxes/%s/dust", "/pebbles/boxes;old=true/%s;a=b/dust"})
    void anAnswerGoesWithWhatItWasAskedOf(String written) {
        var box = "box-" + key;
        var path = written.formatted(box).replace("box-", "%62ox-");
        post(path, GREY).then().statusCode(200).body("dust", equalTo(box));
        forgetAllBelow("/pebbles/boxes/" + box.substring(0, box.length() - 1));
        forgetAllBelow("/pebbles/boxes/" + box + "/d");
        assertThat(kept(box)).isOne();

        forgetAllBelow("/pebbles/boxes/" + box);

        assertThat(kept(box)).isZero();
    }

    @Test
    void anAnswerGoesWithWhatItMade() {
        var id = post("/pebbles/boxes/a", GREY).<String>path("id");

        forgetAllBelow("/pebbles/" + id);

        assertThat(kept(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "grün", "\t"})
    void aKeyIsVisibleAscii(String bad) {
        invalid(post(TestTokens.organiser(email), "/pebbles/boxes/a", GREY, bad));
    }

    @Test
    void aKeyHasALimit() {
        invalid(post(TestTokens.organiser(email), "/pebbles/boxes/a", GREY, "k".repeat(256)));
        post(TestTokens.organiser(email), "/pebbles/boxes/a", GREY, "k".repeat(255))
                .then()
                .statusCode(201);
    }

    @Test
    void aKeyIsGivenOnce() {
        invalid(given().auth()
                .oauth2(TestTokens.organiser(email))
                .contentType("application/json")
                .header("Idempotency-Key", key, "another")
                .body(GREY)
                .post("/pebbles/boxes/a"));
    }

    @Test
    void theHeaderIsDocumented() {
        given().get(openApi).then().statusCode(200).body(containsString("name: Idempotency-Key"));
    }

    private Response post(String path, String body) {
        return post(TestTokens.organiser(email), path, body);
    }

    private Response post(String token, String path, String body) {
        return post(token, path, body, key);
    }

    private static Response post(String token, String path, String body, String key) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    private static void reused(Response answer) {
        answer.then().statusCode(422).body("type", equalTo("urn:lectern:problem:idempotency-key-reused"));
    }

    private static void invalid(Response answer) {
        answer.then()
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-request"))
                .body("errors.parameter", contains("Idempotency-Key"));
    }

    /** For all keys, which is harmless: no other test sends one again then. */
    private void aDayPasses() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update kept_answer set begun_at = begun_at - interval '25 hours'")
                        .executeUpdate());
    }

    private void forgetAllBelow(String path) {
        QuarkusTransaction.requiringNew().run(() -> answers.forgetAllBelow(path));
    }

    private int kept(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery(
                                "select count(*) from kept_answer where convert_from(body, 'UTF8') like ?1", Long.class)
                        .setParameter(1, "%" + id + "%")
                        .getSingleResult())
                .intValue();
    }
}
