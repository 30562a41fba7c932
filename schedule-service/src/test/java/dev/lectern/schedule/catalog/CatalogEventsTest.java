package dev.lectern.schedule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class CatalogEventsTest {

    @Test
    void aWithdrawalFreesTheSlotInTheNameOfWhoWithdrew() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.tell(
                3,
                Map.of(
                        "state",
                        "WITHDRAWN",
                        "withdrawals",
                        1,
                        "announced",
                        TestConference.announcedAt(2, "Grace H.", "The speaker is ill")));
        // Then
        var told = told(conference, 3, 2).get(1);
        assertThat(told.get("status").asText()).isEqualTo("UNSCHEDULED");
        assertThat(told.get("revision").asInt()).isEqualTo(5);
        assertThat(told.at("/announced/revision").asInt()).isEqualTo(5);
        assertThat(told.at("/announced/author").asText()).isEqualTo("Grace H.");
        assertThat(told.at("/announced/comment").asText()).isEqualTo("The speaker is ill");
        conference.working().body("version", equalTo(5)).body("slots", empty()).body("unscheduled.number", contains(4));
    }

    @Test
    void aQuietWithdrawalIsNotAnnounced() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.tell(3, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        // Then
        var told = told(conference, 3, 2).get(1);
        assertThat(told.get("status").asText()).isEqualTo("UNSCHEDULED");
        assertThat(told.at("/announced/revision").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPOSED", "REJECTED"})
    void whatIsNotAcceptedLeavesItsSlotAndCannotBePlaced(String state) {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.tell(3, Map.of("state", state, "withdrawals", 1));
        // Then
        assertThat(told(conference, 3, 2).get(1).get("status").asText()).isEqualTo("UNSCHEDULED");
        conference.working().body("slots", empty()).body("unscheduled.number", contains(4));
        conference
                .place(3, "red", "2027-03-02T10:00")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:contribution-withdrawn"));
    }

    @Test
    void whatIsConfirmedStaysWhereItIs() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        conference.tell(3, Map.of("state", "CONFIRMED"));
        conference.tell(4, Map.of("title", "A sign that all has been read"));
        // Then
        Awaitility.await()
                .untilAsserted(
                        () -> conference.working().body("unscheduled.title", hasItem("A sign that all has been read")));
        conference.working().body("version", equalTo(3)).body("slots", hasSize(1));
    }

    @Test
    void aReinstatementThatHidesTheWithdrawalFreesTheSlotToo() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.tell(3, Map.of("withdrawals", 1));
        // Then
        assertThat(told(conference, 3, 2).get(1).get("status").asText()).isEqualTo("UNSCHEDULED");
        conference.working().body("unscheduled.number", contains(3, 4));
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
    }

    @Test
    void aDeletedContributionLeavesTheSchedule() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        conference.tell(
                3,
                Map.of(
                        "deleted",
                        true,
                        "title",
                        "",
                        "announced",
                        TestConference.announcedAt(2, "Grace H.", "A mistake")));
        // Then
        Awaitility.await()
                .untilAsserted(() -> conference
                        .working()
                        .body("slots", empty())
                        .body("unscheduled.number", contains(4))
                        .body("version", equalTo(4)));
    }

    @Test
    void anOldEventChangesNothing() {
        // Given
        var conference = TestConference.ready();
        conference.tell(4, Map.of("title", "Clocks, revised"));
        // When
        conference.repeat(4, Map.of("revision", 1, "title", "Clocks"));
        conference.tell(4, Map.of("durationMinutes", 50));
        // Then
        Awaitility.await()
                .untilAsserted(() -> conference.working().body("unscheduled[1].durationMinutes", equalTo(50)));
        conference.working().body("unscheduled[1].title", equalTo("Clocks, revised"));
    }

    @Test
    void inAnotherZoneATalkKeepsItsLocalTime() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.tell(
                Map.of("timeZone", "Asia/Kolkata", "announced", TestConference.announcedAt(2, "Grace H.", "We moved")));
        // Then
        var told = told(conference, 3, 2).get(1);
        assertThat(told.get("startsAt").asText()).isEqualTo("2027-03-02T10:00:00+05:30");
        assertThat(told.get("endsAt").asText()).isEqualTo("2027-03-02T10:45:00+05:30");
        assertThat(told.get("timeZone").asText()).isEqualTo("Asia/Kolkata");
        assertThat(told.get("sequence").asInt()).isEqualTo(1);
        assertThat(told.at("/announced/comment").asText()).isEqualTo("We moved");
        conference.agenda().body("version", equalTo(5)).body("talks[0].startsAt", equalTo("2027-03-02T10:00:00+05:30"));
    }

    @Test
    void whatClashesInTheNewZoneLosesItsPlace() {
        // Given: in Kolkata nothing happens at half past two; in Paris the clocks skip it, and the talk moves into the
        // next one.
        var conference = TestConference.in("Asia/Kolkata", "2027-03-28");
        conference.addRoom("red", "Red room");
        conference.place(3, "red", "2027-03-28T03:00");
        conference.place(4, Map.of("room", "red", "startsAt", "2027-03-28T02:30", "durationMinutes", 30));
        conference.publish();
        // When
        conference.tell(Map.of("timeZone", "Europe/Paris"));
        // Then
        assertThat(told(conference, 4, 2).get(1).get("status").asText()).isEqualTo("UNSCHEDULED");
        assertThat(told(conference, 3, 2).get(1).get("startsAt").asText()).isEqualTo("2027-03-28T03:00:00+02:00");
        conference.working().body("slots.contribution.number", contains(3)).body("version", equalTo(5));
    }

    @Test
    void aNewTitleRaisesTheAgendasRevisionAndNotTheVersion() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        conference.agenda().body("revision", equalTo(1));
        // When
        conference.tell(3, Map.of("title", "Why bells are early"));
        // Then
        Awaitility.await()
                .untilAsserted(() -> conference
                        .agenda()
                        .body("talks[0].title", equalTo("Why bells are early"))
                        .body("revision", equalTo(2))
                        .body("version", equalTo(4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"language\":\"de-AT\"}",
                "{\"links\":[{\"url\":\"https://bells.example/\",\"title\":null}]}",
                "{\"authors\":[{\"name\":\"Éloïse DUPONT\",\"affiliation\":\"Liège\"}]}"
            })
    void whatAttendeesSeeOfATalkRaisesTheAgendasRevisionOnce(String told) throws JsonProcessingException {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        conference.agenda().body("revision", equalTo(1));
        // When
        conference.tell(3, EventJson.MAPPER.readValue(told, new TypeReference<Map<String, Object>>() {}));
        conference.tell(3, Map.of());
        conference.tell(Map.of("title", "A sign that all has been read"));
        // Then
        Awaitility.await()
                .untilAsserted(() -> conference
                        .agenda()
                        .body("conference.title", equalTo("A sign that all has been read"))
                        .body("revision", equalTo(3))
                        .body("version", equalTo(4)));
    }

    @Test
    void anotherLookRaisesTheAgendasRevisionOnce() {
        // Given
        var conference = TestConference.ready();
        conference.publish();
        // When
        conference.tell(Map.of("look", Map.of("accent", "#0b5394", "welcome", "*Hello*")));
        conference.tell(Map.of("viewers", List.of()));
        conference.tell(Map.of("title", "A sign that all has been read"));
        // Then
        Awaitility.await()
                .untilAsserted(() -> conference
                        .agenda()
                        .body("conference.title", equalTo("A sign that all has been read"))
                        .body("conference.accent", equalTo("#0b5394"))
                        .body("conference.welcome", equalTo("*Hello*"))
                        .body("revision", equalTo(3))
                        .body("version", equalTo(3)));
    }

    @Test
    void newsOfAContributionThatIsNotPlacedLeavesTheAgendaAlone() {
        // Given
        var conference = TestConference.ready();
        conference.publish();
        // When
        conference.tell(4, Map.of("title", "Clocks, revised"));
        conference.tell(Map.of("title", "Bells and Clocks"));
        // Then
        Awaitility.await()
                .untilAsserted(() -> conference
                        .agenda()
                        .body("conference.title", equalTo("Bells and Clocks"))
                        .body("revision", equalTo(2)));
    }

    @Test
    void anOrganiserWhoWasAddedIsLetInAndOneWhoWasRemovedIsNot() {
        // Given
        var conference = TestConference.ready();
        // When
        conference.tell(Map.of("organisers", List.of("grace@conf.example")));
        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        conference.organiser().get(conference.path("")).then().statusCode(404));
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.organiser("grace@conf.example"))
                .get(conference.path(""))
                .then()
                .statusCode(200);
    }

    @Test
    void aViewerWhoWasAddedIsLetInAtOnceToLookAndNoMore() {
        // Given
        var conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        conference.tell(Map.of("viewers", List.of("grace@conf.example")));
        // Then
        grace().get(conference.path("")).then().statusCode(200).body("slots.contribution.number", contains(3));
        grace().get(conference.path("/rooms")).then().statusCode(200);
        grace().body(Map.of("room", "blue", "startsAt", "2027-03-02T10:00"))
                .put(conference.path("/slots/3"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:lectern:problem:forbidden"));
        grace().delete(conference.path("/slots/3")).then().statusCode(403);
        grace().put(conference.path("/publication")).then().statusCode(403);
        grace().body(Map.of("name", "Tower"))
                .post(conference.path("/rooms"))
                .then()
                .statusCode(403);
        conference.working().body("version", equalTo(3));
    }

    @Test
    void aViewerWhoBecameAnOrganiserMayEditAtOnceAndOneWhoWasRemovedSeesNothing() {
        // Given
        var conference = TestConference.ready();
        conference.tell(Map.of("viewers", List.of("grace@conf.example")));
        grace().get(conference.path("")).then().statusCode(200);
        // When
        conference.tell(Map.of("organisers", List.of("ada@conf.example", "grace@conf.example")));
        // Then
        grace().delete(conference.path("/rooms/red")).then().statusCode(200);
        // When
        conference.tell(Map.of("organisers", List.of("ada@conf.example"), "viewers", List.of()));
        // Then
        Awaitility.await()
                .untilAsserted(() -> grace().get(conference.path("")).then().statusCode(404));
    }

    @Test
    void aPoisonRecordIsPassedOver() {
        // Given
        var conference = TestConference.ready();
        var poison = "{\"id\":".getBytes(StandardCharsets.UTF_8);
        // When
        Topics.send("lectern.catalog.contribution.v1", conference.idOf(3).toString(), poison);
        conference.tell(3, Map.of("title", "Told after it"));
        // Then
        Awaitility.await()
                .untilAsserted(() -> conference.working().body("unscheduled[0].title", equalTo("Told after it")));
    }

    private static RequestSpecification grace() {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.organiser("grace@conf.example"))
                .contentType("application/json");
    }

    private static List<JsonNode> told(TestConference conference, int number, int count) {
        return Awaitility.await()
                .until(() -> Topics.slotEvents(conference.idOf(number)), events -> events.size() == count);
    }
}
