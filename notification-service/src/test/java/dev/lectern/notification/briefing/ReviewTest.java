package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organisers look at notices before they are sent. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class ReviewTest {

    private Programme programme;
    private Reader ada;
    private Talk loom;

    @BeforeEach
    void aNoticeIsHeld() {
        programme = Programme.impatientConference();
        programme.settings(Map.of("hold", true));
        ada = programme.presenter("Ada L.", "ada@uni.example");
        loom = programme.talk(3, "Loom", ada);
        programme.place(loom, "Auditorium", "2027-03-02T10:00", 30);
        programme.untilQuiet();
    }

    @Test
    void whatIsHeldWaits() {
        assertThat(states()).containsExactly("HELD");
        assertThat(programme.state(ada)).isEqualTo("HELD");
        assertThat(message(held())).contains("Ada L.");
    }

    @Test
    void whatIsReleasedIsDue() {
        var id = held();
        post(id + "/release", Map.of()).statusCode(200).body("state", equalTo("DUE"));
        programme.deliverAll();
        assertThat(programme.state(ada)).isEqualTo("TOLD");
        post(id + "/release", Map.of()).statusCode(409).body("type", equalTo("urn:lectern:problem:not-possible-now"));
    }

    @Test
    void whoeverReleasesItMayAddANote() {
        var id = held();
        var before = programme.get("/notices/" + id).getString("messageId");
        post(id + "/release", Map.of("note", "Please bring\nyour own loom."))
                .statusCode(200)
                .body("note", equalTo("Please bring\nyour own loom."));
        assertThat(message(id)).contains("> Please bring", "> your own loom.");
        assertThat(programme.get("/notices/" + id).getString("messageId")).isNotEqualTo(before);
    }

    @Test
    void allAreReleasedAtOnce() {
        programme.place(programme.talk(4, "Knot", ada), "Auditorium", "2027-03-02T11:00", 30);
        programme.untilQuiet();
        post("release", Map.of()).statusCode(200).body("notices", equalTo(2));
        assertThat(states()).containsOnly("DUE");
    }

    @Test
    void whatIsDiscardedIsNotToldAndTheNextChangeTellsAll() {
        // When
        post(held() + "/discard", Map.of("reason", "Told by phone"))
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        // Then
        programme.untilQuiet();
        assertThat(states()).containsExactly("DISCARDED");
        assertThat(programme.notices().getString("items[0].reason")).isEqualTo("Told by phone");
        assertThat(programme.state(ada)).isEqualTo("UNANNOUNCED");
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(states()).containsExactly("HELD", "DISCARDED");
        assertThat(programme.notices().getString("items[0].kind")).isEqualTo("SCHEDULED");
    }

    @Test
    void whatIsNoLongerTrueIsSupersededWhileItWaits() {
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(states()).containsExactly("HELD", "SUPERSEDED");
    }

    @Test
    void whatWasToldLastIsSentAgainWithTheSameBytes() {
        var id = held();
        post(id + "/release", Map.of());
        programme.deliverAll();
        var bytes = message(id);
        post(id + "/resend", Map.of()).statusCode(200).body("state", equalTo("DUE"));
        programme.deliverAll();
        assertThat(message(id)).isEqualTo(bytes);
        assertThat(states()).containsExactly("SENT");
        // When there is something newer
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        post(id + "/resend", Map.of()).statusCode(409);
    }

    @Test
    void whatIsTrueNowIsToldInAnotherMail() {
        // Given
        var id = held();
        post(id + "/release", Map.of());
        programme.deliverAll();
        programme.settings(Map.of("hold", false));
        loom.title = "Looms";
        programme.tellQuietly(loom);
        programme.untilQuiet();
        // When
        var fresh = post(id + "/resend?fresh=true", Map.of())
                .statusCode(201)
                .header("Location", containsString("/notices/"))
                .body("kind", equalTo("SCHEDULED"))
                .body("state", equalTo("DUE"))
                .body("sequence", equalTo(1))
                .extract()
                .jsonPath();
        // Then
        assertThat(fresh.getString("id")).isNotEqualTo(id);
        assertThat(fresh.getString("messageId"))
                .isNotEqualTo(programme.get("/notices/" + id).getString("messageId"));
        assertThat(message(fresh.getString("id"))).contains("Looms");
        programme.deliverAll();
        assertThat(states()).containsExactly("SENT", "SENT");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
        post(id + "/resend?fresh=true", Map.of()).statusCode(409);
    }

    @Test
    void ofWhatIsCancelledThereIsNothingToTellAnew() {
        post(held() + "/release", Map.of());
        programme.deliverAll();
        programme.settings(Map.of("hold", false));
        programme.unplace(loom);
        programme.deliverAll();
        var cancelled = programme.notices().getString("items[0].id");
        post(cancelled + "/resend?fresh=true", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:not-possible-now"));
    }

    @Test
    void whatFollowsFromAChangeThatIsToBeLookedAtIsHeldWithoutTheSetting() {
        programme.settings(Map.of("hold", false));
        post("release", Map.of());
        programme.deliverAll();
        programme.forReview(true);
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(states()).containsExactly("HELD", "SENT");
        // When another change follows that need not be looked at
        programme.forReview(false);
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.place(programme.talk(4, "Knot", ada), "Auditorium", "2027-03-02T11:00", 30);
        programme.untilQuiet();
        // Then what is held goes on being held, and nothing else is
        assertThat(programme.get("/notices?state=HELD").getList("items.contribution.number"))
                .containsExactly(3);
        assertThat(programme.get("/notices?state=DUE").getList("items.contribution.number"))
                .containsExactly(4);
        post(held() + "/release", Map.of()).statusCode(200);
        programme.deliverAll();
        programme.place(loom, "Cellar", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(programme.notices().getString("items[0].state")).isEqualTo("DUE");
    }

    @Test
    void whatFollowsFromAChangeWithinTheQuietPeriodIsHeldIfOneOfThemIs() {
        programme.settings(Map.of("hold", false));
        post("release", Map.of());
        programme.deliverAll();
        programme.settings(Map.of("quietPeriod", "PT1S", "maxDelay", "PT1S"));
        programme.forReview(true);
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.forReview(false);
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(states()).containsExactly("HELD", "SENT");
    }

    @Test
    void aNoticeOfAnotherConferenceIsNotFound() {
        post(UUID.randomUUID() + "/release", Map.of()).statusCode(404);
        post("release", Map.of("notices", List.of(UUID.randomUUID()))).statusCode(404);
        assertThat(states()).containsExactly("HELD");
    }

    @Test
    void aReasonIsNeeded() {
        post(held() + "/discard", Map.of()).statusCode(400);
    }

    private String held() {
        return programme.get("/notices?state=HELD").getString("items[0].id");
    }

    private List<String> states() {
        return programme.notices().getList("items.state");
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return programme
                .asOrganiser()
                .contentType("application/json")
                .body(body)
                .post("/notification/conferences/" + programme.slug + "/notices/" + path)
                .then();
    }

    private String message(String id) {
        return programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + id + "/message")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
