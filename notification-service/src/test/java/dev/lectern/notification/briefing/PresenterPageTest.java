package dev.lectern.notification.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page behind the link in a presenter's mails. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class PresenterPageTest {

    private static final Pattern LINK = Pattern.compile("/presenter/[A-Za-z0-9_-]{32}");

    private Programme programme;
    private Reader ada;
    private Talk loom;

    @BeforeEach
    void aTalkThatIsTold() {
        programme = Programme.impatientConference();
        ada = programme.presenter("Ada L.", "ada@uni.example");
        loom = programme.talk(3, "<b>Loom</b>", ada, programme.presenter("Bob M.", "bob@uni.example"));
        programme.place(loom, "Auditorium", "2037-03-02T10:00", 30);
        programme.deliverAll();
    }

    @Test
    void itShowsWhatItsReaderIsIn() {
        page().body(containsString("&lt;b&gt;Loom&lt;/b&gt;"))
                .body(containsString("Mon 2 March 2037, 10:00–10:30 (Europe/Paris)"))
                .body(containsString("Auditorium"))
                .body(containsString("With Bob M."))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("form-action 'self'"));
    }

    @Test
    void itSpeaksItsReadersLanguage() {
        programme.speaks(ada, "de-AT");
        programme.untilQuiet();
        page().body(containsString("Das passt mir nicht")).body(containsString("lang=\"de\""));
    }

    @Test
    void whatIsSeenIsSaidToOrganisersUntilSomethingIsNew() {
        answer(loom.id, "SEEN", "").statusCode(303);
        page().body(containsString("You told us on"));
        assertThat(answerOf(ada)).isEqualTo("SEEN");
        assertThat(statesOfMails()).containsExactly("SEEN");
        programme.place(loom, "Blue room", "2037-03-02T10:00", 30);
        programme.deliverAll();
        assertThat(answerOf(ada)).isNull();
        assertThat(statesOfMails()).containsExactly("SENT", "SEEN");
    }

    @Test
    void whoAnswersWhileAChangeWaitsHasNotAnsweredThat() {
        programme.place(loom, "Blue room", "2037-03-02T10:00", 30);
        programme.untilQuiet();
        page().body(containsString("Auditorium"));
        answer(loom.id, "SEEN", "").statusCode(303);
        programme.deliverAll();
        page().body(containsString("Blue room")).body(not(containsString("You told us on")));
        assertThat(answerOf(ada)).isNull();
    }

    @Test
    void wordsMayBeInAnyScript() {
        var words = "Ж".repeat(1000) + "我".repeat(1000);
        answer(loom.id, "DECLINED", words).statusCode(303);
        page().body(containsString(words));
    }

    @Test
    void tooManyWordsAreShownAgain() {
        var words = "x".repeat(2_001);
        answer(loom.id, "DECLINED", words)
                .statusCode(422)
                .body(containsString("Please shorten it"))
                .body(containsString(words));
        assertThat(answerOf(ada)).isNull();
    }

    @Test
    void formsLeadBackToThePageWhereverTheGatewayIs() {
        answer(loom.id, "SEEN", "").header("Location", equalTo(link() + "?said=THANKS"));
        canCome("2027-03-02", "", "").header("Location", equalTo(link() + "?said=THANKS"));
    }

    @Test
    void whatDoesNotWorkIsSaidInWords() {
        answer(loom.id, "DECLINED", "Only <i>before</i> nine.\nOr after ten.").statusCode(303);
        page().body(containsString("Only &lt;i&gt;before&lt;/i&gt; nine."))
                .body(containsString("Loom"))
                .body(containsString("The mails that we sent you"));
        assertThat(statesOfMails()).containsExactly("DECLINED");
        assertThat(programme.get("/notices?state=DECLINED").getList("items")).hasSize(1);
        assertThat(programme.get("/briefings").getString("items.find { it.presenter.name == 'Ada L.' }.answer.words"))
                .isEqualTo("Only <i>before</i> nine.\nOr after ten.");
    }

    @Test
    void organisersFindWhoHasAnsweredAndWhoHasNot() {
        answer(loom.id, "DECLINED", "Never on a Monday");
        assertThat(programme.get("/briefings?answer=DECLINED").getList("items.presenter.name"))
                .containsExactly("Ada L.");
        assertThat(programme.get("/briefings?answer=NONE").getList("items.presenter.name"))
                .containsExactly("Bob M.");
        assertThat(programme.get("/briefings?answer=SEEN").getList("items")).isEmpty();
        programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/briefings?answer=MAYBE")
                .then()
                .statusCode(400);
    }

    @Test
    void whenOneCanComeIsKeptUntilOneSaysOtherwise() {
        page().body(containsString("name=\"ticked\""));
        canCome("2027-03-02", "09:30", "12:00").statusCode(303);
        page().body(containsString("value=\"2027-03-02\" checked"))
                .body(containsString("name=\"from\" value=\"09:30\""))
                .body(containsString("name=\"until\" value=\"12:00\""));
        canCome("2027-03-02", "", "11:00").statusCode(303);
        page().body(not(containsString("09:30"))).body(containsString("name=\"until\" value=\"11:00\""));
    }

    @Test
    void whatMakesNoSenseIsSaidOnThePageAndChangesNothing() {
        canCome("2027-03-02", "12:00", "09:30")
                .statusCode(422)
                .body(containsString("Nothing was changed"))
                .body(containsString("value=\"2027-03-02\" checked"))
                .body(containsString("name=\"from\" value=\"12:00\""))
                .body(containsString("name=\"until\" value=\"09:30\""));
        canCome("2026-01-01", "", "").statusCode(422);
        page().body(not(containsString("checked"))).body(not(containsString("Nothing was changed")));
    }

    @Test
    void whoIsAnotherOneHasSaidThereWhenTheyCanCome() {
        var twin = programme.presenter("Ada Lovelace", "lovelace@uni.example");
        var knot = programme.talk(4, "Knot", twin);
        programme.place(knot, "Auditorium", "2037-03-02T12:00", 30);
        programme.deliverAll();
        canCome("2027-03-02", "09:30", "12:00").statusCode(303);
        programme.absorbs(twin, ada, "lovelace@uni.example");
        programme.isMerged(ada, twin);
        programme.untilQuiet();
        page().body(containsString("value=\"2027-03-02\" checked"));
    }

    @Test
    void viewersOfTheConferenceDoNotLearnItsAddress() {
        programme.isSeenBy("grace@conf.example");
        var id = programme.notices().getString("items.find { it.presenter.name == 'Ada L.' }.id");
        given().auth()
                .oauth2(TestTokens.organiser("grace@conf.example"))
                .get("/notification/conferences/" + programme.slug + "/notices/" + id + "/message")
                .then()
                .statusCode(403);
    }

    @Test
    void whatHasChangedSinceThePageWasOpenedIsNotAnswered() {
        var shown = page().extract().htmlPath().getString("**.find { it.@name == 'shown' }.@value");
        programme.place(loom, "Blue room", "2037-03-02T18:00", 30);
        programme.deliverAll();
        given().redirects()
                .follow(false)
                .formParam("appearance", loom.id)
                .formParam("answer", "DECLINED")
                .formParam("words", "Never <after> six")
                .formParam("shown", shown)
                .post(link() + "/answers")
                .then()
                .statusCode(422)
                .body(containsString("has changed since you opened the page"))
                .body(containsString("<details open>"))
                .body(containsString(">Never &lt;after&gt; six</textarea>"));
        assertThat(answerOf(ada)).isNull();
        var newest = page().extract().htmlPath().getString("**.find { it.@name == 'shown' }.@value");
        assertThat(newest).isNotEqualTo(shown);
    }

    @Test
    void lookingChangesNothing() {
        page();
        page();
        assertThat(answerOf(ada)).isNull();
    }

    @Test
    void theCalendarHasTheEntriesOfTheMails() {
        given().get(link() + "/calendar.ics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .body(containsString("UID:" + loom.id + "@lectern"))
                .body(containsString("SEQUENCE:0"));
    }

    @Test
    void theCalendarIsNotAheadOfTheMails() {
        var link = link();
        programme.place(loom, "Auditorium", "2037-03-02T18:00", 30);
        programme.untilQuiet();
        given().get(link + "/calendar.ics")
                .then()
                .body(containsString("T090000Z"))
                .body(containsString("SEQUENCE:0"));
        programme.deliverAll();
        given().get(link + "/calendar.ics")
                .then()
                .body(containsString("T170000Z"))
                .body(containsString("SEQUENCE:1"));
    }

    @Test
    void aFormThatCannotBeReadIsABadRequest() {
        for (var form : List.of("words=%zz", "a=b&".repeat(1_200))) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(form)
                    .post(link() + "/answers")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:lectern:problem:invalid-request"));
        }
    }

    @Test
    void aWrongLinkLooksLikeAnyOther() {
        var wrong = "/presenter/" + "x".repeat(32);
        given().get(wrong).then().statusCode(404).body(not(containsString("Loom")));
        given().get(wrong + "/calendar.ics").then().statusCode(404);
        given().formParam("appearance", loom.id)
                .formParam("answer", "SEEN")
                .post(wrong + "/answers")
                .then()
                .statusCode(404);
    }

    @Test
    void aRevokedLinkLeadsNowhereAndTheNextMailHasAnother() {
        var old = link();
        programme
                .asOrganiser()
                .delete("/notification/conferences/" + programme.slug + "/presenters/" + ada.id() + "/link")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true));
        given().get(old).then().statusCode(404);
        programme.place(loom, "Blue room", "2037-03-02T10:00", 30);
        programme.deliverAll();
        assertThat(link()).isNotEqualTo(old);
        given().get(link()).then().statusCode(200);
    }

    @Test
    void nobodyAnswersForOthersTalksOrInOtherWords() {
        var other = programme.talk(4, "Knot", programme.presenter("Eve", "eve@uni.example"));
        programme.place(other, "Auditorium", "2037-03-02T11:00", 30);
        programme.deliverAll();
        answer(other.id, "SEEN", "").statusCode(400);
        answer(UUID.randomUUID(), "SEEN", "").statusCode(400);
        answer(loom.id, "MAYBE", "").statusCode(400);
        assertThat(answerOf(ada)).isNull();
    }

    @Test
    void nothingIsLeftOfThePageOfWhoWasErased() {
        var old = link();
        programme.isErased(ada);
        programme.untilQuiet();
        given().get(old).then().statusCode(404);
    }

    private ValidatableResponse page() {
        return given().get(link()).then().statusCode(200);
    }

    private ValidatableResponse answer(UUID appearance, String answer, String words) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("appearance", appearance)
                .formParam("answer", answer)
                .formParam("words", words)
                .post(link() + "/answers")
                .then();
    }

    private ValidatableResponse canCome(String date, String from, String until) {
        return given().redirects()
                .follow(false)
                .formParam("date", date)
                .formParam("ticked", date)
                .formParam("from", from)
                .formParam("until", until)
                .post(link() + "/availability")
                .then();
    }

    /** To Ada, the newest first. */
    private List<String> statesOfMails() {
        return programme.notices().getList("items.findAll { it.presenter.name == 'Ada L.' }.state");
    }

    private String answerOf(Reader reader) {
        return programme
                .get("/briefings")
                .getString("items.find { it.presenter.id == '" + reader.id() + "' }.answer?.kind");
    }

    /** As the latest mail has it. */
    private String link() {
        var id = programme.notices().getString("items.find { it.presenter.name == 'Ada L.' }.id");
        var mail = programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + id + "/message")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("=\r\n", "");
        var link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
