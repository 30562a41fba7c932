package dev.lectern.chassis.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class RequestsTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void aRequestMayCarryWhatItsAnswerHas() {
        post("{\"colour\":\"grey\",\"mass\":3,\"names\":[\"a\"],\"polished\":true,\"revision\":9}")
                .statusCode(200)
                .body("colour", equalTo("grey"))
                .body("mass", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"colour":"grey","weight":3}        | /weight
            {"colour":"grey","mass":"3"}        | /mass
            {"colour":"grey","mass":3.5}        | /mass
            {"colour":7}                        | /colour
            {"colour":"a\\u0000b"}              | /colour
            {"colour":"\\ud800"}                | /colour
            {"colour":"grey","polished":"true"} | /polished
            {"colour":"grey","names":["long!"]} | /names/0
            {"colour":"grey","names":[["a"]]}   | /names/0
            {"colour":"grey","mass":101}        | /mass
            {}                                  | /colour
            []                                  | ''""")
    void aFaultInTheBodyIsShownWithItsPointer(String body, String pointer) {
        invalid(post(body)).body("errors.pointer", contains(pointer));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        invalid(post("{\"color\":\"grey\",\"mass\":\"3\",\"names\":[\"a\",7,\"long!\"]}"))
                .body("errors.pointer", containsInAnyOrder("/color", "/mass", "/names/1", "/names/2", "/colour"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"color":"grey"}         | There is no member "color" here; did you mean "colour"?
            {"colour":7}             | A text is needed here
            {"colour":"a","mass":""} | A whole number is needed here
            {"colour":"a\\u0000b"}   | This contains NUL (U+0000) or half of a surrogate pair, which cannot be kept as text
            {}                       | The member "colour" is needed
            []                       | A JSON object is needed here""")
    void aFaultSaysWhatIsNeeded(String body, String detail) {
        invalid(post(body)).body("errors.detail", hasItem(detail));
    }

    @Test
    void aParameterThatIsNotThereIsComparedWithThoseThatAre() {
        invalid(given().get("/pebbles?page_size=3").then())
                .body(
                        "errors.detail",
                        contains("There is no parameter \"page_size\" here; did you mean \"pageSize\"?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"colour\":\"grey\",\n\"colour\":\"red\"}", "{\"colour\":\n", "{} {}"})
    void whatIsNoJsonDocumentIsShownWithItsPlace(String body) {
        invalid(post(body)).body("errors.detail", contains(not(nullValue())));
    }

    @Test
    void invalidUtf8IsRefused() {
        var body = "{\"colour\":\"gr\u00fcn\"}".getBytes(StandardCharsets.ISO_8859_1);
        invalid(given().contentType("application/json")
                .body(body)
                .post("/pebbles")
                .then());
    }

    @ParameterizedTest
    @CsvSource({
        "dryRun=yes,dryRun",
        "dry=true,dry",
        "pageSize=x,pageSize",
        "pageSize=501,pageSize",
        "pageToken=%21,pageToken"
    })
    void aFaultyParameterIsNamed(String query, String parameter) {
        invalid(given().urlEncodingEnabled(false).get("/pebbles?" + query).then())
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void aParameterThatIsTooLongIsRefused() {
        invalid(given().get("/pebbles?pageToken=" + "a".repeat(1001)).then())
                .body("errors.parameter", contains("pageToken"));
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        invalid(given().get("/pebbles?pageSize=1&pageSize=2").then()).body("errors.parameter", contains("pageSize"));
    }

    @Test
    void pagesFollowEachOther() {
        var token = given().get("/pebbles?pageSize=2")
                .then()
                .body("items", contains(1, 2))
                .extract()
                .<String>path("nextPageToken");
        given().get("/pebbles?pageSize=3&pageToken=" + token)
                .then()
                .body("items", contains(3, 4, 5))
                .body("nextPageToken", nullValue());
    }

    @Test
    void aBodyOverTheLimitIsRefusedAfterItWasReadToTheEnd() {
        var large = "{\"colour\":\"" + "g".repeat(300_000) + "\"}";
        problem(post(large), 413, "too-large");
        problem(given().body(new byte[5_000_000]).post("/pebbles/files").then(), 413, "too-large");
    }

    @Test
    void aFileMayBeLargerAndOfAnyType() {
        given().contentType("application/x-www-form-urlencoded")
                .body("x".repeat(999_999))
                .post("/pebbles/files")
                .then()
                .statusCode(200)
                .body(equalTo("999999"));
    }

    @Test
    void aReplacementNeedsAPrecondition() {
        problem(put(null), 428, "if-match-required");
        problem(put("\"6\""), 412, "stale").body("current.revision", equalTo(7));
        problem(put("W/\"7\""), 412, "stale");
        put("\"7\"").statusCode(200);
        put("\"1\", \"7\"").statusCode(200);
        put("*").statusCode(200);
    }

    @Test
    void aPatchReplacesRemovesAndKeeps() {
        given().contentType("application/merge-patch+json")
                .body("{\"mass\":null,\"names\":[\"b\",\"c\"],\"revision\":2}")
                .patch("/pebbles")
                .then()
                .statusCode(200)
                .body("colour", equalTo("grey"))
                .body("mass", nullValue())
                .body("names", contains("b", "c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"weight":1}    | /weight
            {"mass":101}    | /mass
            {"colour":null} | /colour
            []              | ''
            7               | ''""")
    void aPatchIsReadAsStrictlyAsAReplacement(String patch, String pointer) {
        invalid(given().contentType("application/json")
                        .body(patch)
                        .patch("/pebbles")
                        .then())
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        problem(given().get("/nothing").then(), 404, "not-found");
        problem(given().urlEncodingEnabled(false).get("/pebbles/a%00b").then(), 404, "not-found");
        problem(given().accept("image/png").get("/pebbles").then(), 406, "not-acceptable");
        problem(given().contentType("text/plain").body("x").post("/pebbles").then(), 415, "unsupported-media-type");
    }

    @Test
    void aMethodThatIsNotThereIsToldWhichAre() {
        problem(given().delete("/pebbles").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, PATCH, POST, PUT"));
        problem(given().put("/pebbles/boxes/a").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("OPTIONS, POST"));
        problem(given().delete("/pebbles/grey").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @Test
    void aFaultOfOursKeepsItsSecrets() {
        problem(given().get("/pebbles/broken").then(), 500, "internal-error")
                .body("detail", nullValue())
                .body(not(containsString("secret")));
    }

    @Test
    void withoutAValidTokenNothingButThePublicPartOpens() {
        problem(whoAmI(null), 401, "unauthenticated").header("WWW-Authenticate", equalTo("Bearer"));
        problem(whoAmI("not.a.token"), 401, "unauthenticated");
        problem(whoAmI(TestTokens.expired("ada@conf.example")), 401, "unauthenticated");
        problem(whoAmI(TestTokens.forAnotherAudience("ada@conf.example")), 401, "unauthenticated");
    }

    @Test
    void aCallerIsWhoTheTokenSays() {
        whoAmI(TestTokens.organiser("ada@conf.example"))
                .statusCode(200)
                .body("organiser", equalTo(true))
                .body("admin", equalTo(false))
                .body("name", equalTo("Ada L."))
                .body("mine", equalTo(true));
        whoAmI(TestTokens.organiser("bob@conf.example")).body("mine", equalTo(false));
        whoAmI(TestTokens.organiserWithUnverifiedEmail("ada@conf.example")).body("mine", equalTo(false));
        whoAmI(TestTokens.stranger("ada@conf.example")).body("mine", equalTo(false));
        whoAmI(TestTokens.admin()).body("mine", equalTo(true));
    }

    private static ValidatableResponse whoAmI(String token) {
        var request = token == null ? given() : given().auth().oauth2(token);
        return request.get("/pebbles/of/" + UUID.randomUUID()).then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/pebbles")
                .then();
    }

    private static ValidatableResponse put(String ifMatch) {
        var request = given().contentType("application/json").body("{\"colour\":\"grey\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/pebbles")
                .then();
    }

    private static ValidatableResponse invalid(ValidatableResponse answer) {
        return problem(answer, 400, "invalid-request");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String kind) {
        return answer.statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:lectern:problem:" + kind))
                .body("status", equalTo(status));
    }
}
