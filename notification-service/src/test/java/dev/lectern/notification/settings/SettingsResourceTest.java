package dev.lectern.notification.settings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class SettingsResourceTest {

    private String path;

    @BeforeEach
    void aConference() {
        path = "/notification/conferences/" + Programme.conference().slug + "/settings";
    }

    @Test
    void whatNobodySetIsTheDefault() {
        given().auth()
                .oauth2(organiser())
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("quietPeriod", equalTo("PT2M"))
                .body("maxDelay", equalTo("PT15M"))
                .body("from", equalTo("Lectern <lectern@lectern.example>"))
                .body("replyTo", nullValue())
                .body("contact", nullValue())
                .body("defaultLanguage", equalTo("en"))
                .body("mailsPerHour", equalTo(1_000))
                .body("revision", equalTo(1));
    }

    @Test
    void anAnswerCanBeSentBackAndChangesNothing() {
        var answer = given().auth().oauth2(organiser()).get(path).asString();
        put(answer, "\"1\"").statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void whatIsOmittedInAReplacementTakesItsDefault() {
        put("{\"quietPeriod\":\"PT1M\",\"replyTo\":\"office@conf.example\"}", "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("quietPeriod", equalTo("PT1M"));
        put("{}", "\"2\"").statusCode(200).body("quietPeriod", equalTo("PT2M")).body("replyTo", nullValue());
    }

    @Test
    void aContactIsSetAndTakenAway() {
        put("{\"contact\":\"Office <office@conf.example>\"}", "\"1\"")
                .statusCode(200)
                .body("contact", equalTo("Office <office@conf.example>"));
        put("{}", "\"2\"").statusCode(200).body("contact", nullValue());
        put("{\"contact\":\"nobody\"}", "\"3\"").statusCode(400).body("errors[0].pointer", equalTo("/contact"));
    }

    @Test
    void aLanguageIsOneOfThoseThatThereAre() {
        put("{\"defaultLanguage\":\"fr\"}", "\"1\"").statusCode(200).body("defaultLanguage", equalTo("fr"));
        put("{\"defaultLanguage\":\"tlh\"}", "\"2\"")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/defaultLanguage"))
                .body("errors[0].detail", equalTo("One of de, en, es, fr"));
        put("{}", "\"2\"").statusCode(200).body("defaultLanguage", equalTo("en"));
    }

    @Test
    void aReplacementMustSayWhatItReplaces() {
        given().auth()
                .oauth2(organiser())
                .contentType("application/json")
                .body("{}")
                .put(path)
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:lectern:problem:if-match-required"));
        put("{}", "\"7\"").statusCode(412).body("current.revision", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quietPeriod\":\"two minutes\"} | /quietPeriod",
                "{\"quietPeriod\":\"-PT1S\"} | /quietPeriod",
                "{\"quietPeriod\":\"PT16M\"} | /maxDelay",
                "{\"maxDelay\":\"P8D\"} | /maxDelay",
                "{\"quietPeriod\":120} | /quietPeriod",
                "{\"mailsPerHour\":0} | /mailsPerHour",
                "{\"mailsPerHour\":1001} | /mailsPerHour",
                "{\"from\":\"nobody\"} | /from",
                "{\"from\":\"team: a@conf.example;\"} | /from",
                "{\"from\":\"\\u56fd@conf.example\"} | /from",
                "{\"from\":\"a@conf.example, b@conf.example\"} | /from",
                "{\"replyTo\":\"a@conf.example\\r\\nBcc: b@conf.example\"} | /replyTo",
                "{\"quietperiod\":\"PT1M\"} | /quietperiod",
            })
    void whatMakesNoSenseIsRefusedByName(String patch, String pointer) {
        given().auth()
                .oauth2(organiser())
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aForeignConferenceAndOneThatDoesNotExistLookTheSame() {
        given().auth()
                .oauth2(TestTokens.organiser("eve@other.example"))
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.admin())
                .get("/notification/conferences/no-such/settings")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:lectern:problem:not-found"));
    }

    @Test
    void aViewerWhoWasAddedSeesAllAtOnceAndChangesNothing() {
        var conference = Programme.conference();
        conference.isSeenBy("grace@conf.example");
        var grace = given().auth()
                .oauth2(TestTokens.organiser("grace@conf.example"))
                .contentType("application/json")
                .basePath("/notification/conferences/" + conference.slug);

        given(grace).get("/settings").then().statusCode(200);
        given(grace).get("/notices").then().statusCode(200);
        given(grace).get("/briefings").then().statusCode(200);
        given(grace)
                .body("{\"quietPeriod\":\"PT1M\"}")
                .patch("/settings")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:lectern:problem:forbidden"));
        given(grace).body("{}").put("/settings").then().statusCode(403);
    }

    @Test
    void withoutATokenNothingIsSeen() {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    private ValidatableResponse put(String body, String ifMatch) {
        return given().auth()
                .oauth2(organiser())
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(path)
                .then();
    }

    private static String organiser() {
        return TestTokens.organiser("ada@conf.example");
    }
}
