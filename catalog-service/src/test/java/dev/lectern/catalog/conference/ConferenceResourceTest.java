package dev.lectern.catalog.conference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ConferenceResourceTest {

    private static final String NEW =
            "{\"slug\":\"%s\",\"timeZone\":\"Europe/Paris\",\"days\":[\"2027-03-03\",\"2027-03-02\"]}";

    @Test
    void whoeverCreatesAConferenceRunsIt() {
        var organiser = CatalogClient.withConference();

        organiser
                .get("")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("title", equalTo(organiser.slug()))
                .body("organisers", contains(organiser.email()))
                .body("days", contains("2027-03-02", "2027-03-03"))
                .body("state", equalTo("ACTIVE"))
                .body("revision", equalTo(1));
    }

    @Test
    void aCreatedConferenceSaysWhereItIs() {
        var slug = "at-" + java.util.UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.admin())
                .contentType("application/json")
                .body(NEW.formatted(slug))
                .post("/catalog/conferences")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/catalog/conferences/" + slug));
    }

    @Test
    void aConferenceThatIsCreatedAgainWithItsKeyIsTheSame() {
        var slug = "twice-" + java.util.UUID.randomUUID();

        var first = createWithKey(slug);
        var again = createWithKey(slug);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo("/catalog/conferences/" + slug);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aSlugIsTakenForEver() {
        var organiser = CatalogClient.withConference();

        organiser
                .request()
                .body(NEW.formatted(organiser.slug()))
                .post("/catalog/conferences")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:slug-taken"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"slug":"Big","timeZone":"Europe/Paris","days":["2027-03-02"]}              | /slug
            {"timeZone":"Europe/Paris","days":["2027-03-02"]}                           | /slug
            {"slug":"a","timeZone":"Europe/Atlantis","days":["2027-03-02"]}             | /timeZone
            {"slug":"a","timeZone":"+01:00","days":["2027-03-02"]}                      | /timeZone
            {"slug":"a","timeZone":"Europe/Paris","days":[]}                            | /days
            {"slug":"a","timeZone":"Europe/Paris","days":["2027-02-30"]}                | /days/0
            {"slug":"a","timeZone":"Europe/Paris","days":[null]}                        | /days/0
            {"slug":"a","timeZone":"Europe/Paris","days":["2027-03-02"],"title":" "}    | /title
            {"slug":"a","timeZone":"Europe/Paris","days":["2027-03-02"],"colour":"red"} | /colour
            {"slug":"a","timeZone":"Europe/Paris","days":["2027-03-02"],"look":{"accent":"red"}} | /look/accent""")
    void aFaultyConferenceIsRefused(String body, String pointer) {
        CatalogClient.withConference()
                .request()
                .body(body)
                .post("/catalog/conferences")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-request"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aLookIsKeptSentBackAndTakenAway() {
        var organiser = CatalogClient.withConference();

        organiser
                .patch("", "{\"look\":{\"accent\":\"#0B5394\",\"welcome\":\"*Hello*\\n\\nthere\"}}")
                .statusCode(200)
                .body("look.accent", equalTo("#0b5394"))
                .body("look.welcome", equalTo("*Hello*\n\nthere"))
                .body("revision", equalTo(2));
        var answer = organiser.get("").extract().asString();
        organiser.patch("", answer).statusCode(200).body("revision", equalTo(2));
        organiser
                .patch("", "{\"look\":{\"accent\":null}}")
                .body("look.accent", nullValue())
                .body("look.welcome", equalTo("*Hello*\n\nthere"));
        organiser.patch("", "{\"look\":null}").body("look", nullValue()).body("revision", equalTo(4));
    }

    @Test
    void anAccentThatCannotBeReadIsRefused() {
        var organiser = CatalogClient.withConference();

        organiser
                .patch("", "{\"look\":{\"accent\":\"#f0a08c\"}}")
                .statusCode(422)
                .body("type", equalTo("urn:lectern:problem:low-contrast"))
                .body("contrast", equalTo(1.77f));
        organiser.get("").body("look", nullValue()).body("revision", equalTo(1));
    }

    @Test
    void onlyAnOrganiserMayCreateOne() {
        given().auth()
                .oauth2(TestTokens.stranger("eve@conf.example"))
                .contentType("application/json")
                .body(NEW.formatted("eves"))
                .post("/catalog/conferences")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:lectern:problem:forbidden"));
    }

    @Test
    void aForeignConferenceAndNoneAreTheSame() {
        var mine = CatalogClient.withConference();
        var theirs = CatalogClient.withConference();

        var foreign = mine.request()
                .get("/catalog/conferences/" + theirs.slug())
                .then()
                .statusCode(404)
                .extract()
                .asString();
        var none = mine.request()
                .get("/catalog/conferences/no-such-thing")
                .then()
                .statusCode(404)
                .extract()
                .asString();

        org.assertj.core.api.Assertions.assertThat(foreign).isEqualTo(none);
        given().get("/catalog/conferences/" + mine.slug()).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.stranger(mine.email()))
                .get("/catalog/conferences/" + mine.slug())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.admin())
                .get("/catalog/conferences/" + mine.slug())
                .then()
                .statusCode(200);
    }

    @Test
    void aListHasOnlyOnesOwn() {
        var organiser = CatalogClient.withConference();

        organiser
                .request()
                .get("/catalog/conferences")
                .then()
                .statusCode(200)
                .body("items.slug", contains(organiser.slug()));
        given().auth()
                .oauth2(TestTokens.stranger(organiser.email()))
                .get("/catalog/conferences")
                .then()
                .statusCode(200)
                .body("items", empty());
        given().auth()
                .oauth2(TestTokens.admin())
                .get("/catalog/conferences?pageSize=500")
                .then()
                .body("items.slug", hasItem(organiser.slug()));
    }

    @Test
    void aReplacementWithoutATitleLeavesItToTheNextImport() {
        var organiser = CatalogClient.withConference();
        organiser.patch("", "{\"title\":\"Ours\"}").statusCode(200);
        organiser.patch("", "{\"title\":null}").body("title", equalTo(organiser.slug()));

        organiser
                .request()
                .contentType("text/plain")
                .body("**Theirs**\n\nReport of Contributions\n\nContribution ID: 1\n\nBells\n")
                .post("/catalog/conferences/" + organiser.slug() + "/imports?format=indico-report")
                .then()
                .statusCode(200);

        organiser.get("").body("title", equalTo("Theirs"));
    }

    @Test
    void anAnswerCanBeSentBackAndChangesNothing() {
        var organiser = CatalogClient.withConference();
        var body = organiser.get("").extract().asString();

        organiser
                .request()
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/catalog/conferences/" + organiser.slug())
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void aReplacementThatMissedAChangeIsStale() {
        var organiser = CatalogClient.withConference();
        organiser
                .patch("", "{\"title\":\"Clocks\"}")
                .statusCode(200)
                .body("revision", equalTo(2))
                .header("ETag", equalTo("\"2\""));

        organiser
                .put("", "{\"timeZone\":\"Europe/Paris\",\"days\":[\"2027-03-02\"]}")
                .statusCode(428);
        organiser
                .request()
                .header("If-Match", "\"1\"")
                .body("{\"timeZone\":\"Europe/Paris\",\"days\":[\"2027-03-02\"]}")
                .put("/catalog/conferences/" + organiser.slug())
                .then()
                .statusCode(412)
                .body("current.title", equalTo("Clocks"));
    }

    private static Response createWithKey(String slug) {
        return given().auth()
                .oauth2(TestTokens.admin())
                .contentType("application/json")
                .header("Idempotency-Key", slug)
                .body(NEW.formatted(slug))
                .post("/catalog/conferences");
    }
}
