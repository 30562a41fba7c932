package dev.lectern.notification.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a template that is saved to the mails of its conference. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class TemplateTest {

    private static final String TEN = "2027-03-02T10:00";

    private Programme programme;

    @BeforeEach
    void aConference() {
        programme = Programme.impatientConference();
    }

    @Test
    void atFirstThereIsNone() {
        get("").body("items", empty()).body("nextPageToken", nullValue());
        get("/html")
                .header("ETag", "\"0\"")
                .body("name", equalTo("html"))
                .body("source", nullValue())
                .body("revision", equalTo(0));
    }

    @Test
    void oneIsSavedChangedAndTakenBack() {
        put("closing.fr", "À bientôt !", "\"0\"")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("source", equalTo("À bientôt !"));
        put("closing.fr", "À bientôt !", "\"1\"").statusCode(200).body("revision", equalTo(1));
        get("").body("items.name", contains("closing.fr")).body("items.revision", contains(1));
        programme
                .asOrganiser()
                .delete(path("/closing.fr"))
                .then()
                .statusCode(200)
                .body("source", nullValue())
                .body("revision", equalTo(2));
        get("").body("items", empty());
        put("closing.fr", "À demain !", "\"0\"").statusCode(412).body("current.revision", equalTo(2));
    }

    @Test
    void aReplacementMustSayWhatItReplaces() {
        programme
                .asOrganiser()
                .contentType("application/json")
                .body(Map.of("source", "x"))
                .put(path("/html"))
                .then()
                .statusCode(428);
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        put("text", "{greeting}\n{titles}\n{nonsense}", "\"0\"")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lectern:problem:invalid-template"))
                .body("detail", equalTo("text: There is no name \"titles\" here; did you mean \"title\"?"))
                .body("errors.line", contains(2, 3));
        get("/text").body("source", nullValue());
        put("text", null, "\"0\"").statusCode(400).body("errors[0].pointer", equalTo("/source"));
        put("text", "a".repeat(65_537), "\"0\"").statusCode(400).body("errors[0].pointer", equalTo("/source"));
    }

    @Test
    void mailsHaveNoOtherParts() {
        for (var name : new String[] {"footer", "html.pt", "html.", "HTML", "preview"}) {
            programme.asOrganiser().get(path("/" + name)).then().statusCode(404);
        }
    }

    @Test
    void viewersLookAndStrangersSeeNothing() {
        programme.isSeenBy("grace@conf.example");
        var grace = given().auth()
                .oauth2(TestTokens.organiser("grace@conf.example"))
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("source", "x"));
        given(grace).get(path("")).then().statusCode(200);
        given(grace).get(path("/html")).then().statusCode(200);
        given(grace).put(path("/html")).then().statusCode(403);
        given(grace).delete(path("/html")).then().statusCode(403);
        given(grace).body("{}").post(path("/preview")).then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.organiser("eve@other.example"))
                .get(path("/html"))
                .then()
                .statusCode(404);
        given().get(path("/html")).then().statusCode(401);
    }

    @Test
    void mailsAreInTheWordsOfTheirConferenceAndOfTheReadersLanguage() {
        put("subject", "[{conference}] {title}", "\"0\"").statusCode(200);
        put("closing", "Bye, {reader}", "\"0\"").statusCode(200);
        put("closing.fr", "Au revoir, {reader}", "\"0\"").statusCode(200);
        var ada = programme.presenter("Ada L.", "ada@uni.example");
        var bob = programme.presenter("Bob M.", "bob@uni.example");
        programme.speaks(bob, "fr-CA");
        programme.place(programme.talk(3, "Loom", ada), "Auditorium", TEN, 30);
        programme.place(programme.talk(4, "Panama", bob), "Blue room", TEN, 30);
        programme.deliverAll();
        assertThat(programme.notices().getList("items.subject"))
                .containsExactlyInAnyOrder("[Physics and AI] Loom", "[Physics and AI] Panama");
        assertThat(mailTo(ada)).contains("Bye, Ada L.").doesNotContain("Au revoir");
        assertThat(mailTo(bob)).contains("Au revoir, Bob M.").doesNotContain("Bye");
    }

    @Test
    void aPreviewShowsAnExampleOfEachKindInEachLanguage() {
        for (var kind : new String[] {"SCHEDULED", "CHANGED", "CANCELLED", "REMOVED"}) {
            preview(Map.of("kind", kind, "session", true, "language", "de"))
                    .statusCode(200)
                    .body("subject", containsString("Physics and AI"))
                    .body("text", startsWith("Guten Tag "))
                    .body("html", containsString("<html lang=\"de\""));
        }
        preview(Map.of()).statusCode(200).body("subject", startsWith("Your talk moved: "));
    }

    @Test
    void aPreviewTriesTemplatesThatAreNotSaved() {
        put("closing", "Saved", "\"0\"").statusCode(200);
        preview(Map.of("sources", Map.of("closing", "Tried", "subject", "{title}!")))
                .statusCode(200)
                .body("subject", equalTo("Why bells are late!"))
                .body("text", containsString("\n\nTried\n\n-- \n"));
        get("/closing").body("source", equalTo("Saved"));
        preview(Map.of("sources", Map.of("closing", "Bye\n{nonsense}")))
                .statusCode(422)
                .body("errors[0].line", equalTo(2));
        preview(Map.of("sources", Map.of("footer", "x"))).statusCode(404);
    }

    @Test
    void aPreviewOfANoticeIsAboutWhatIsTrueNow() {
        var ada = programme.presenter("Ada L.", "ada@uni.example");
        var loom = programme.talk(3, "Loom", ada);
        programme.place(loom, "Auditorium", TEN, 30);
        programme.deliverAll();
        var notice = programme.notices().getString("items[0].id");
        preview(Map.of("notice", notice))
                .statusCode(200)
                .body("subject", equalTo("Your talk is scheduled: Loom – Physics and AI"))
                .body("text", startsWith("Hello Ada L.,"));
        programme.placeQuietly(loom, "Blue room", TEN, 30);
        programme.untilQuiet();
        preview(Map.of("notice", notice, "language", "fr"))
                .statusCode(200)
                .body("text", containsString("Salle\u00a0: Auditorium → Blue room"));
        preview(Map.of("notice", notice, "kind", "CHANGED"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/notice"));
        preview(Map.of("notice", "0b9f9a52-6f6e-4f0a-9c3f-0d1a2b3c4d5e")).statusCode(404);
        preview(Map.of("language", "tlh")).statusCode(400).body("errors[0].pointer", equalTo("/language"));
        assertThat(programme.told()).containsExactly("SCHEDULED to ada@uni.example");
    }

    private String mailTo(Programme.Reader reader) {
        var id = programme.notices().getString("items.find { it.presenter.id == '" + reader.id() + "' }.id");
        return programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + id + "/message")
                .asString();
    }

    private ValidatableResponse get(String path) {
        return programme.asOrganiser().get(path(path)).then().statusCode(200);
    }

    private ValidatableResponse put(String name, String source, String ifMatch) {
        var body = source == null ? "{}" : Map.of("source", source);
        return programme
                .asOrganiser()
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(path("/" + name))
                .then();
    }

    private ValidatableResponse preview(Map<String, ?> request) {
        return programme
                .asOrganiser()
                .contentType("application/json")
                .body(request)
                .post(path("/preview"))
                .then();
    }

    private String path(String path) {
        return "/notification/conferences/" + programme.slug + "/templates" + path;
    }
}
