package dev.lectern.schedule.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of slots, and when: read from the real topic. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class PublicationTest {

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void publicationIsAVersion() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        var answer = conference.publish();
        // Then
        answer.statusCode(200)
                .header("ETag", "\"4\"")
                .body("published", equalTo(true))
                .body("publishedAt", notNullValue())
                .body("version", equalTo(4))
                .body("revision", equalTo(1))
                .body("talks", equalTo(1));
        conference.publish().body("version", equalTo(4));
        conference
                .unpublish()
                .body("published", equalTo(false))
                .body("publishedAt", nullValue())
                .body("version", equalTo(5));
        conference.unpublish().body("version", equalTo(5));
    }

    @Test
    void whoPublishesWithoutAContactIsWarned() {
        // When
        var answer = conference.publish();
        // Then
        answer.statusCode(200)
                .body("warnings", hasSize(1))
                .body("warnings[0].code", equalTo("no-contact"))
                .body("warnings[0].detail", notNullValue())
                .body("warnings[0].contributions", empty())
                .body("warnings[0].rooms", empty());
        conference.unpublish().body("warnings", empty());
    }

    @Test
    void whoHasAContactIsNotWarned() {
        // Given
        var told = "{\"conferenceId\":\"%s\",\"revision\":2,\"deleted\":false,\"hasContact\":true}"
                .formatted(conference.id);
        // When
        Topics.send(
                "lectern.notification.settings.v1", conference.id.toString(), told.getBytes(StandardCharsets.UTF_8));
        // Then
        Awaitility.await().untilAsserted(() -> conference.publish().body("warnings", empty()));
    }

    @Test
    void aCommentAndANoteWhetherToTellMayComeWithIt() {
        conference
                .organiser()
                .body(Map.of("comment", "Here we go", "announce", false))
                .put(conference.path("/publication"))
                .then()
                .statusCode(200);
        conference
                .organiser()
                .delete(conference.path("/publication?comment=Sorry&announce=true"))
                .then()
                .statusCode(200);
        conference
                .organiser()
                .body("{\"when\":\"now\"}")
                .put(conference.path("/publication"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/when"));
    }

    @Test
    void nothingIsToldBeforePublicationAndThenTheLastState() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.place(3, "blue", "2027-03-02T11:00");
        // When
        conference.publish();
        // Then
        var told = told(3, 1).get(0);
        assertThat(told.get("contributionId").asText())
                .isEqualTo(conference.idOf(3).toString());
        assertThat(told.get("conferenceId").asText()).isEqualTo(conference.id.toString());
        assertThat(told.get("number").asInt()).isEqualTo(3);
        assertThat(told.get("status").asText()).isEqualTo("SCHEDULED");
        assertThat(told.at("/room/name").asText()).isEqualTo("Blue room");
        assertThat(told.get("startsAt").asText()).isEqualTo("2027-03-02T11:00:00+01:00");
        assertThat(told.get("timeZone").asText()).isEqualTo("Europe/Paris");
        assertThat(told.get("revision").asInt()).isEqualTo(5);
        assertThat(told.get("sequence").asInt()).isZero();
        assertThat(told.at("/announced/revision").asInt()).isEqualTo(5);
        assertThat(told.at("/announced/author").asText()).isEqualTo("Ada L.");
        assertThat(told.at("/announced/comment").isNull()).isTrue();
    }

    @Test
    void anEditOfAPublishedScheduleIsToldWithItsAuthorAndComment() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.place(3, Map.of("room", "blue", "startsAt", "2027-03-02T10:00", "comment", "More seats"));
        // Then
        var told = told(3, 2).get(1);
        assertThat(told.get("revision").asInt()).isEqualTo(5);
        assertThat(told.get("sequence").asInt()).isEqualTo(1);
        assertThat(told.at("/announced/revision").asInt()).isEqualTo(5);
        assertThat(told.at("/announced/comment").asText()).isEqualTo("More seats");
    }

    @Test
    void aQuietEditRaisesTheRevisionAndLeavesTheAnnouncementAlone() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.place(3, Map.of("room", "blue", "startsAt", "2027-03-02T10:00", "announce", false));
        conference
                .organiser()
                .delete(conference.path("/slots/3?announce=false"))
                .then()
                .statusCode(200);
        // Then
        var told = told(3, 3);
        assertThat(told).extracting(event -> event.get("revision").asInt()).containsExactly(4, 5, 6);
        assertThat(told).extracting(event -> event.get("sequence").asInt()).containsExactly(0, 1, 2);
        assertThat(told)
                .extracting(event -> event.at("/announced/revision").asInt())
                .containsExactly(4, 4, 4);
    }

    @Test
    void aRenamedRoomIsToldForEachTalkInIt() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.place(4, "blue", "2027-03-02T10:00");
        conference.publish();
        // When
        conference
                .organiser()
                .body("{\"name\":\"Crimson room\"}")
                .patch(conference.path("/rooms/red"))
                .then()
                .statusCode(200);
        conference.place(4, "blue", "2027-03-02T11:00");
        // Then
        assertThat(told(3, 2).get(1).at("/room/name").asText()).isEqualTo("Crimson room");
        assertThat(told(4, 2))
                .extracting(event -> event.get("revision").asInt())
                .containsExactly(5, 7);
    }

    @Test
    void afterUnpublicationOnlyTheNextPublicationTellsTheDifference() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00"); // 3
        conference.place(4, "blue", "2027-03-02T10:00"); // 4
        conference.publish(); // 5
        // When
        conference.unpublish(); // 6
        conference.place(3, "red", "2027-03-02T11:00"); // 7
        conference.unschedule(4); // 8
        conference.publish(); // 9
        // Then
        var told = told(3, 3);
        assertThat(told)
                .extracting(event -> event.get("status").asText())
                .containsExactly("SCHEDULED", "UNPUBLISHED", "SCHEDULED");
        assertThat(told).extracting(event -> event.get("revision").asInt()).containsExactly(5, 6, 9);
        assertThat(told).extracting(event -> event.get("sequence").asInt()).containsExactly(0, 1, 2);
        assertThat(told)
                .extracting(event -> event.at("/announced/revision").asInt())
                .containsExactly(5, 5, 9);
        assertThat(told.get(1).get("room").isNull()).isTrue();
        assertThat(told.get(1).get("startsAt").isNull()).isTrue();
        assertThat(told.get(2).get("startsAt").asText()).isEqualTo("2027-03-02T11:00:00+01:00");
        assertThat(told(4, 3))
                .extracting(event -> event.get("status").asText())
                .containsExactly("SCHEDULED", "UNPUBLISHED", "UNSCHEDULED");
    }

    @Test
    void whatWasPlacedAndTakenBackBeforePublicationIsToldAsUnscheduled() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.unschedule(3);
        // When
        conference.publish();
        // Then
        assertThat(told(3, 1).get(0).get("status").asText()).isEqualTo("UNSCHEDULED");
    }

    @Test
    void anEditThatAltersNothingIsNotTold() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        conference.place(3, "red", "2027-03-02T10:00");
        conference.place(3, "red", "2027-03-02T11:00");
        // Then
        assertThat(told(3, 2))
                .extracting(event -> event.get("revision").asInt())
                .containsExactly(4, 5);
    }

    private List<JsonNode> told(int number, int count) {
        return Awaitility.await()
                .until(() -> Topics.slotEvents(conference.idOf(number)), events -> events.size() == count);
    }
}
