package dev.lectern.schedule.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class SessionTest {

    private static final String AT_10 = "2027-03-02T10:00";

    private TestConference conference;

    /** Talk 3 takes 45 minutes, 4 and 5 nobody knows how long, which makes 30. */
    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
        conference.accept(5, "Ropes");
        await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(3)));
    }

    @Test
    void itsTalksAreSeatedOneAfterTheOtherPastBreaks() {
        // Given
        change(coffee("red", "2027-03-02T10:45"));
        // When
        change(session("red", AT_10, 135, talks(4, 3, 5)))
                .statusCode(201)
                .body("version", equalTo(4))
                .body("sessions[0].before", nullValue())
                .body("sessions[0].after.title", equalTo("Bells"))
                .body("changes.contribution.number", contains(3, 4, 5));
        // Then
        starts("10:00", "11:00", "11:45");
        conference.working().body("slots.contribution.number", contains(4, 3, 5));
        conference
                .working()
                .body("sessions.title", contains("Bells"))
                .body("sessions[0].room.name", equalTo("Red room"))
                .body("sessions[0].startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("sessions[0].endsAt", equalTo("2027-03-02T12:15:00+01:00"))
                .body("sessions[0].durationMinutes", equalTo(135))
                .body("sessions[0].talks", contains(4, 3, 5))
                .body("slots.session.unique()", contains(theSession()));
    }

    @Test
    void movingItTakesItsTalksAndBreaksAlongAsOneVersion() {
        // Given
        change(coffee("red", "2027-03-02T10:45"), session("red", AT_10, 120, talks(3, 4)));
        // When
        change(changed("room", "blue", "startsAt", "2027-03-03T09:30"))
                .statusCode(201)
                .body("version", equalTo(4))
                .body("changes.after.startsAt", contains("2027-03-03T09:30:00+01:00", "2027-03-03T10:30:00+01:00"))
                .body("breaks.after.startsAt", contains("2027-03-03T10:15:00+01:00"));
        // Then
        conference
                .working()
                .body("slots.room.slug", contains("blue", "blue"))
                .body("breaks.room.slug", contains("blue"))
                .body("sessions[0].talks", contains(3, 4));
        conference.organiser().post(conference.path("/changes/4/revert")).then().statusCode(201);
        starts("10:00", "11:00");
        conference
                .working()
                .body("breaks[0].startsAt", equalTo("2027-03-02T10:45:00+01:00"))
                .body("sessions[0].startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("sessions[0].talks", contains(3, 4));
    }

    @Test
    void aTalkThatIsPlacedElsewhereLeavesItUntilThatIsUndone() {
        // Given
        change(session("red", AT_10, 120, talks(3, 4)));
        // When
        change(place(4, "blue", AT_10))
                .statusCode(201)
                .body("changes[0].before.session", equalTo(theSession()))
                .body("changes[0].after.session", nullValue());
        // Then
        conference.working().body("sessions[0].talks", contains(3));
        conference.organiser().post(conference.path("/changes/4/revert")).then().statusCode(201);
        conference.working().body("sessions[0].talks", contains(3, 4));
        conference.tell(4, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        await().untilAsserted(() -> conference.working().body("sessions[0].talks", contains(3)));
    }

    @Test
    void whatThereIsNotIsNamed() {
        var nobody = UUID.randomUUID();
        change(session("red", AT_10, 90, talks(99)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/talks/0"));
        change(session("red", AT_10, 90, Map.of("chairs", List.of(nobody))))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/chairs/0"));
        change(session("red", AT_10, 90, talks(3, 4, 3)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/talks/2"));
        change(session("red", AT_10, 90, Map.of("id", nobody)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/id"));
        change(Map.of("op", "removeSession", "id", nobody))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/id"));
        change(session("nowhere", AT_10, 90, talks()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/room"));
        change(session("red", "2027-03-05T10:00", 90, talks()))
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:outside-days"));
        conference.working().body("version", equalTo(2));
    }

    @Test
    void twoSessionsDoNotShareAnExclusiveRoomAtOneTime() {
        // Given
        change(session("red", AT_10, 60, talks()));
        // When
        change(session("red", "2027-03-02T10:59", 60, talks()))
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:room-taken"))
                .body("clashesWith[0].session.title", equalTo("Bells"))
                .body("clashesWith[0].contribution", nullValue());
        // Then
        change(session("red", "2027-03-02T11:00", 60, talks())).statusCode(201);
        change(place(3, "red", AT_10)).statusCode(201);
        conference
                .organiser()
                .delete(conference.path("/rooms/red"))
                .then()
                .statusCode(409)
                .body("detail", containsString("the session “Bells”"));
    }

    @Test
    void withoutItItsTalksGoOnAndThatCanBeUndone() {
        // Given
        change(session("red", AT_10, 120, talks(3, 4)));
        var id = theSession();
        sessionAt(id).statusCode(200).body("talks", contains(3, 4));
        // When
        change(Map.of("op", "removeSession", "id", id))
                .statusCode(201)
                .body("sessions[0].after", nullValue())
                .body("sessions[0].before.title", equalTo("Bells"));
        // Then
        sessionAt(id).statusCode(404);
        conference.organiser().get(conference.path("/sessions")).then().body("items", empty());
        conference.working().body("sessions", empty()).body("slots.session", contains(nullValue(), nullValue()));
        conference.organiser().get(conference.path("?version=3")).then().body("sessions[0].talks", contains(3, 4));
        conference
                .organiser()
                .get(conference.path("/diff?from=4&to=3"))
                .then()
                .body("sessions[0].after.title", equalTo("Bells"))
                .body("changes.after.session", contains(id, id));
        conference.organiser().post(conference.path("/changes/4/revert")).then().statusCode(201);
        conference
                .organiser()
                .get(conference.path("/sessions"))
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].talks", contains(3, 4));
    }

    @Test
    void aChairIsNamedByIdOrByANameThatOnlyOneHas() {
        // Given
        var ada = conference.presenter("Ada L.");
        var grace = conference.presenter("Grace Hopper");
        conference.presenter("Bob R.");
        conference.presenter("Bob R.");
        // When
        change(session(
                        "red",
                        AT_10,
                        120,
                        Map.of("chairs", List.of("grace  HOPPER", Map.of("id", ada, "name", "Ada L.")))))
                .statusCode(201);
        // Then
        conference.working().body("sessions[0].chairs.id", contains(grace.toString(), ada.toString()));
        // News of the second one may still be on its way.
        await().untilAsserted(() -> refusesChair("Bob R.", "More than one presenter is called so; give the id"));
        refusesChair("Nobody", "The conference has no such presenter");
        refusesChair("ada@conf.example", "The schedule does not know addresses; give the id or the name");
        refusesChair(Map.of(), "The id or the name of a presenter is needed");
    }

    private void refusesChair(Object chair, String why) {
        change(session("red", AT_10, 120, Map.of("chairs", List.of(chair))))
                .statusCode(400)
                .body("errors.pointer", contains("/operations/0/chairs/0"))
                .body("errors.detail", contains(why));
    }

    @Test
    void itsChairsAreToldAndNamed() {
        // Given
        var ada = conference.presenter("Ada L.");
        var grace = conference.presenter("Grace H.");
        change(session("red", AT_10, 120, Map.of("chairs", List.of(ada))))
                .statusCode(201)
                .body("tells", empty());
        conference.publish().statusCode(200);
        conference.agenda().body("sessions[0].chairs.name", contains("Ada L."));
        // When
        var another = change(changed("chairs", List.of(grace, ada)));
        var moved = change(changed("chairs", List.of(grace), "startsAt", "2027-03-02T11:00"));
        var removed = change(Map.of("op", "removeSession", "id", theSession()));
        // Then
        another.body("tells.presenter.name", contains("Grace H.", "Ada L."))
                .body("tells.kind", contains("SCHEDULED", "CHANGED"))
                .body("tells[0].contribution", nullValue())
                .body("tells[0].session.title", equalTo("Bells"));
        moved.body("tells.presenter.name", contains("Grace H.", "Ada L."))
                .body("tells.kind", contains("CHANGED", "REMOVED"));
        removed.body("tells.presenter.name", contains("Grace H.")).body("tells.kind", contains("CANCELLED"));
    }

    @Test
    void itsEventsSayWhatOthersMayKnow() {
        // Given
        var ada = conference.presenter("Ada L.");
        change(session("red", AT_10, 120, Map.of("chairs", List.of(ada), "talks", List.of(3))));
        var id = UUID.fromString(theSession());
        // When
        conference.publish();
        change(changed("title", "Chimes"));
        conference.unpublish();
        change(changed("title", "Peals"));
        conference.publish();
        change(Map.of("op", "removeSession", "id", id));
        conference.tell(Map.of("deleted", true));
        // Then
        var told = told(id, 6);
        assertThat(told)
                .extracting(event -> event.get("status").asText())
                .containsExactly("SCHEDULED", "SCHEDULED", "UNPUBLISHED", "SCHEDULED", "UNSCHEDULED", "UNPUBLISHED");
        assertThat(told)
                .extracting(event -> event.get("title").asText())
                .containsExactly("Bells", "Chimes", "Chimes", "Peals", "Peals", "");
        assertThat(told).extracting(event -> event.get("revision").asInt()).containsExactly(4, 5, 6, 8, 9, 10);
        assertThat(told).extracting(event -> event.get("sequence").asInt()).containsExactly(0, 1, 2, 3, 4, 4);
        assertThat(told)
                .extracting(event -> event.get("deleted").asBoolean())
                .containsExactly(false, false, false, false, true, true);
        assertThat(told.get(0).at("/chairs/0").asText()).isEqualTo(ada.toString());
        assertThat(told.get(0).at("/room/name").asText()).isEqualTo("Red room");
        assertThat(told.get(0).get("startsAt").asText()).isEqualTo("2027-03-02T10:00:00+01:00");
        assertThat(told.get(4).at("/announced/author").asText()).isEqualTo("Ada L.");
        assertThat(told.get(5).at("/announced/author").asText()).isEmpty();
        assertThat(told.get(5).get("chairs")).isEmpty();
    }

    @Test
    void itIsOnTheAgendaWithItsTalks() {
        // Given
        var ada = conference.presenter("Ada <b>L.</b>");
        change(session("red", AT_10, 120, Map.of("chairs", List.of(ada), "talks", List.of(3, 4))));
        // When
        conference.publish();
        // Then
        conference
                .agenda()
                .body("sessions[0].title", equalTo("Bells"))
                .body("sessions[0].talks", contains(3, 4))
                .body("talks.session.title", contains("Bells", "Bells"));
        given().accept("text/html")
                .get("/agenda/" + conference.slug)
                .then()
                .body(
                        containsString("id=\"session-" + theSession() + "\""),
                        containsString("Chaired by \u2068Ada &lt;b&gt;L.&lt;/b&gt;\u2069"));
        conference.tellOfPresenter(ada, 2, "Ada Lovelace", Map.of());
        await().untilAsserted(() -> conference.agenda().body("sessions[0].chairs.name", contains("Ada Lovelace")));
    }

    @Test
    void whoChairsAndPresentsElsewhereIsWarnedOf() {
        // Given
        var ada = conference.presenter("Ada L.");
        var byAda =
                Map.<String, Object>of("presenters", List.of(Map.of("id", ada, "name", "Ada L.", "affiliation", "")));
        conference.tell(3, byAda);
        conference.tell(5, byAda);
        await().untilAsserted(() ->
                conference.working().body("unscheduled.findAll { it.presenters }.number", contains(3, 5)));
        // When
        change(session("red", AT_10, 120, Map.of("chairs", List.of(ada), "talks", List.of(3))))
                .statusCode(201)
                .body("warnings", empty());
        var elsewhere = change(place(5, "blue", "2027-03-02T11:30"));
        // Then
        elsewhere
                .body("warnings.code", contains("presenter-double-booked"))
                .body("warnings[0].contributions", contains(5))
                .body("warnings[0].rooms", contains("blue", "red"))
                .body("warnings[0].detail", containsString("“Bells”"));
        conference.working().body("warnings.code", contains("presenter-double-booked"));
        change(changed("durationMinutes", 90)).statusCode(201).body("warnings", empty());
        change(changed("durationMinutes", 91)).body("warnings.code", contains("presenter-double-booked"));
    }

    @Test
    void aChairWhoIsNotAvailableIsWarnedOf() {
        // Given
        var ada = conference.presenter("Ada L.");
        conference
                .organiser()
                .body(Map.of("ranges", List.of(Map.of("from", AT_10, "until", "2027-03-02T12:00"))))
                .put(conference.path("/presenters/" + ada + "/availability"))
                .then()
                .statusCode(200);
        // When
        change(session("red", AT_10, 120, Map.of("chairs", List.of(ada)))).body("warnings", empty());
        // Then
        change(changed("durationMinutes", 121))
                .body("warnings.code", contains("presenter-unavailable"))
                .body("warnings[0].contributions", empty())
                .body("warnings[0].detail", containsString("Ada L. is not available during all of “Bells”"));
    }

    @Test
    void aPresentersChangeoverIsWarnedOfFromTheTimeThatTheyNeed() {
        // Given
        var ada = UUID.randomUUID();
        conference.tellOfPresenter(ada, 1, "Ada L.", Map.of("changeoverMinutes", 15));
        var byAda =
                Map.<String, Object>of("presenters", List.of(Map.of("id", ada, "name", "Ada L.", "affiliation", "")));
        conference.tell(3, byAda);
        conference.tell(5, byAda);
        await().untilAsserted(() ->
                conference.working().body("unscheduled.findAll { it.presenters }.number", contains(3, 5)));
        conference
                .organiser()
                .get(conference.path("/presenters/" + ada + "/availability"))
                .then()
                .statusCode(200);
        // When
        change(place(3, "red", "2027-03-02T09:00")).statusCode(201);
        // Then
        change(place(5, "blue", "2027-03-02T09:59")).body("warnings.code", contains("changeover-too-short"));
        change(place(5, "blue", "2027-03-02T10:00")).body("warnings", empty());
    }

    @Test
    void aDraftDoesNotShowItBeforeItIsApplied() {
        // Given
        String draft = conference
                .organiser()
                .body(Map.of("name", "Bells"))
                .post(conference.path("/drafts"))
                .path("id");
        // When
        conference
                .organiser()
                .body(Map.of("operations", List.of(session("red", AT_10, 120, talks(3, 4)))))
                .post(conference.path("/drafts/" + draft + "/operations"))
                .then()
                .statusCode(200)
                .body("sessions[0].after.title", equalTo("Bells"))
                .body("changes", hasSize(2));
        // Then
        conference.working().body("sessions", empty()).body("slots", empty());
        conference
                .organiser()
                .post(conference.path("/drafts/" + draft + "/apply"))
                .then()
                .statusCode(201);
        conference.working().body("sessions[0].talks", contains(3, 4));
    }

    @Test
    void whatIsLeftOutOfAListOfSessionsIsOnTheNextPage() {
        change(session("red", AT_10, 60, talks()), session("blue", AT_10, 60, talks()));

        var first = conference.organiser().get(conference.path("/sessions?pageSize=1"));
        String second = conference
                .organiser()
                .queryParam("pageToken", first.<String>path("nextPageToken"))
                .get(conference.path("/sessions"))
                .then()
                .body("items", hasSize(1))
                .body("nextPageToken", nullValue())
                .extract()
                .path("items[0].id");

        first.then().body("items.id", not(hasItem(second)));
    }

    @Test
    void theCatalogsClassificationsProposeSessions() {
        // Given
        conference.tell(3, Map.of("sessionClassification", "bells "));
        conference.tell(4, Map.of("sessionClassification", "Bells"));
        conference.tell(5, Map.of("sessionClassification", "Knots"));
        conference.accept(6, "Withdrawn", Map.of("sessionClassification", "Knots", "state", "WITHDRAWN"));
        await().untilAsserted(() -> proposals().body("sessions.title", contains("bells ", "Knots")));
        // When
        change(session("red", AT_10, 120, talks(3))).statusCode(201);
        // Then
        proposals()
                .body("sessions.title", contains("Bells", "Knots"))
                .body("sessions[0].session.id", equalTo(theSession()))
                .body("sessions[0].contributions.number", contains(4))
                .body("sessions[1].session", nullValue())
                .body("sessions[1].contributions.title", contains("Ropes"));
    }

    @Test
    void aProposalBecomesASessionInOneCall() {
        // Given
        conference.tell(3, Map.of("sessionClassification", "Bells"));
        conference.tell(4, Map.of("sessionClassification", "bells"));
        await().untilAsserted(() -> proposals().body("sessions[0].contributions.number", contains(3, 4)));
        // When
        accept("?dryRun=true", Map.of("title", "bells", "room", "red", "startsAt", AT_10, "durationMinutes", 120))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("changes.contribution.number", contains(3, 4));
        var answer = accept("", Map.of("title", "bells", "room", "red", "startsAt", AT_10, "durationMinutes", 120));
        // Then
        answer.statusCode(201).body("sessions[0].after.title", equalTo("Bells"));
        starts("10:00", "10:45");
        proposals().body("sessions", empty());
    }

    @Test
    void aProposalForASessionThatThereIsJoinsIt() {
        // Given
        conference.tell(4, Map.of("sessionClassification", "Bells"));
        change(session("red", AT_10, 120, talks(3))).statusCode(201);
        await().untilAsserted(() -> proposals().body("sessions[0].contributions.number", contains(4)));
        // When
        accept("", Map.of("title", "Bells")).statusCode(201);
        // Then
        conference.working().body("sessions[0].talks", contains(3, 4));
    }

    @Test
    void aProposalWithoutASessionNeedsAPlace() {
        // Given
        conference.tell(3, Map.of("sessionClassification", "Bells"));
        await().untilAsserted(() -> proposals().body("sessions", hasSize(1)));
        // When
        var answer = accept("", Map.of("title", "Bells"));
        // Then
        answer.statusCode(400).body("errors.pointer", contains("/room", "/startsAt", "/durationMinutes"));
        accept("", Map.of("title", "Bels")).statusCode(404).body("detail", containsString("did you mean \"Bells\"?"));
    }

    private ValidatableResponse accept(String query, Map<String, Object> request) {
        return conference
                .organiser()
                .body(request)
                .post(conference.path("/proposals" + query))
                .then();
    }

    private ValidatableResponse proposals() {
        return conference.organiser().get(conference.path("/proposals")).then().statusCode(200);
    }

    private static List<JsonNode> told(UUID session, int events) {
        await().untilAsserted(() -> assertThat(Topics.sessionEvents(session)).hasSize(events));
        return Topics.sessionEvents(session);
    }

    private void starts(String... times) {
        conference
                .working()
                .body(
                        "slots.startsAt",
                        contains(Arrays.stream(times)
                                .map(time -> "2027-03-02T" + time + ":00+01:00")
                                .toArray(String[]::new)));
    }

    private String theSession() {
        return conference.working().extract().path("sessions[0].id");
    }

    private ValidatableResponse sessionAt(String id) {
        return conference.organiser().get(conference.path("/sessions/" + id)).then();
    }

    /** The first session as it is, with other members. */
    private Map<String, Object> changed(Object... members) {
        Map<String, Object> session = conference.working().extract().path("sessions[0]");
        var changed = new HashMap<String, Object>(Map.of(
                "op",
                "session",
                "id",
                session.get("id"),
                "title",
                session.get("title"),
                "room",
                ((Map<?, ?>) session.get("room")).get("slug"),
                "startsAt",
                session.get("startsAt"),
                "durationMinutes",
                session.get("durationMinutes")));
        for (var i = 0; i < members.length; i += 2) {
            changed.put((String) members[i], members[i + 1]);
        }
        return changed;
    }

    private ValidatableResponse change(Object... operations) {
        return conference
                .organiser()
                .body(Map.of("operations", List.of(operations)))
                .post(conference.path("/changes"))
                .then();
    }

    private static Map<String, Object> session(String room, String startsAt, int minutes, Map<String, ?> members) {
        var session = new HashMap<String, Object>(Map.of(
                "op", "session", "title", "Bells", "room", room, "startsAt", startsAt, "durationMinutes", minutes));
        session.putAll(members);
        return session;
    }

    private static Map<String, Object> talks(Integer... numbers) {
        return Map.of("talks", List.of(numbers));
    }

    private static Map<String, Object> coffee(String room, String startsAt) {
        return Map.of("op", "break", "title", "Coffee", "room", room, "startsAt", startsAt, "durationMinutes", 15);
    }

    private static Map<String, Object> place(int number, String room, String startsAt) {
        return Map.of("op", "place", "contribution", number, "room", room, "startsAt", startsAt);
    }
}
