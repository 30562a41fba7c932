package dev.lectern.chassis.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In these tests a caller may ask a hundred times at once, then once per second. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class RateLimitTest {

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        var greedy = "greedy-" + UUID.randomUUID() + "@conf.example";

        var answers = Stream.generate(() -> ask(TestTokens.organiser(greedy)))
                .limit(200)
                .toList();

        assertThat(answers.stream().limit(100)).allMatch(answer -> answer.statusCode() == 200);
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow()
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lectern:problem:too-many-requests"))
                .header("Retry-After", Integer::valueOf, greaterThan(0));
        ask(TestTokens.organiser("modest-" + UUID.randomUUID() + "@conf.example"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsOpenToAllIsNotCounted() {
        var token = TestTokens.organiser("reader-" + UUID.randomUUID() + "@conf.example");

        for (var i = 0; i < 150; i++) {
            given().auth().oauth2(token).get("/pebbles?pageSize=1").then().statusCode(200);
        }
    }

    private static Response ask(String token) {
        return given().auth().oauth2(token).get("/pebbles/of/" + UUID.randomUUID());
    }
}
