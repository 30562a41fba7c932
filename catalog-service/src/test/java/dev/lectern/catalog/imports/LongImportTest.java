package dev.lectern.catalog.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import that its caller does not wait for (RFC 7240). */
@QuarkusTest
@WithTestResource(BackingServices.class)
class LongImportTest {

    private static final String TABLE = "number,title\n1,Bells\n2,Clocks\n";

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    private ValidatableResponse begin(String query, Map<String, String> headers) {
        return organiser
                .request()
                .contentType("text/csv")
                .headers(headers)
                .body(TABLE)
                .post("/catalog/conferences/" + organiser.slug() + "/imports?" + query)
                .then();
    }

    private ValidatableResponse ended(String location) {
        await().untilAsserted(() -> look(location).body("state", equalTo("DONE")));
        return look(location);
    }

    private ValidatableResponse look(String location) {
        return organiser.request().get(location).then().statusCode(200);
    }

    @Test
    void theCallerIsToldWhereTheImportStands() {
        var accepted = begin("format=csv", Map.of("Prefer", "respond-async"))
                .statusCode(202)
                .header("Preference-Applied", equalTo("respond-async"))
                .header("Location", startsWith("/catalog/conferences/"))
                .extract();

        ended(accepted.header("Location"))
                .body("result.created", equalTo(2))
                .body("result.contributions", hasSize(2))
                .body("problem", nullValue())
                .body("phase", nullValue());
        assertThat(accepted.header("Location")).isEqualTo(accepted.<String>path("status"));
        organiser.get("/contributions").body("items", hasSize(2));
    }

    @Test
    void itCanBeFollowedToItsEnd() {
        var location = begin("format=csv", Map.of("Prefer", "respond-async"))
                .statusCode(202)
                .extract()
                .header("Location");

        var events = organiser
                .request()
                .accept("text/event-stream")
                .get(location)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();

        assertThat(events.strip()
                        .lines()
                        .filter(line -> line.startsWith("data:"))
                        .reduce((one, next) -> next))
                .hasValueSatisfying(last -> assertThat(last).contains("\"state\":\"DONE\"", "\"created\":2"));
    }

    @Test
    void aDryRunIsToldTheSameWayAndDoesNothing() {
        var location = begin("format=csv&dryRun=true", Map.of("Prefer", "respond-async, wait=0"))
                .statusCode(202)
                .extract()
                .header("Location");

        ended(location).body("result.created", equalTo(2));
        organiser.get("/contributions").body("items", empty());
    }

    @Test
    void whoeverWaitsLongEnoughHasTheAnswerItself() {
        begin("format=csv", Map.of("Prefer", "respond-async, wait=50"))
                .statusCode(200)
                .body("created", equalTo(2));
    }

    @Test
    void whatTheFileHasWrongIsSaidAtOnce() {
        begin("format=frab-xml", Map.of("Prefer", "respond-async")).statusCode(400);
    }

    @Test
    void aRepeatedImportWithTheSameKeyIsDoneOnce() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        begin("format=csv", key).statusCode(200).body("created", equalTo(2));

        begin("format=csv", key).statusCode(200).body("created", equalTo(2));

        var asynchronously = Map.of("Prefer", "respond-async", "Idempotency-Key", key.get("Idempotency-Key"));
        var location = begin("format=csv", asynchronously).extract().header("Location");
        ended(location).body("result.created", equalTo(2));
    }

    @Test
    void theStatusIsForThoseOfTheConferenceOnly() {
        var location =
                begin("format=csv", Map.of("Prefer", "respond-async")).extract().header("Location");

        organiser.someoneElse().request().get(location).then().statusCode(404);
        given().get(location).then().statusCode(401);
        var other = CatalogClient.withConference();
        other.request()
                .get(location.replace(organiser.slug(), other.slug()))
                .then()
                .statusCode(404);
        organiser.get("/imports/" + UUID.randomUUID()).statusCode(404).body("type", endsWith("not-found"));
    }

    @Test
    void theAnswerIsForgottenWithTheConference() {
        var location =
                begin("format=csv", Map.of("Prefer", "respond-async")).extract().header("Location");
        ended(location);

        organiser.delete("").statusCode(200);

        organiser.request().get(location).then().statusCode(404);
    }
}
