package dev.lectern.schedule.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class RoomResourceTest {

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void aRoomIsAdded() {
        // When
        var answer = conference
                .organiser()
                .body(Map.of("name", "Salle Poincaré", "capacity", 120))
                .post(conference.path("/rooms"))
                .then();
        // Then
        answer.statusCode(201)
                .header("Location", endsWith(conference.path("/rooms/salle-poincare")))
                .header("ETag", "\"1\"")
                .body("slug", equalTo("salle-poincare"))
                .body("name", equalTo("Salle Poincaré"))
                .body("capacity", equalTo(120))
                .body("exclusive", equalTo(true))
                .body("revision", equalTo(1));
        assertThat(conference.version()).isEqualTo(3);
    }

    @Test
    void severalRoomsAreAddedAtOnce() {
        // When
        var answer = addAll(conference.path("/rooms/batch"), "Tower", "Attic");
        // Then
        answer.statusCode(200).body("rooms.slug", contains("tower", "attic")).body("dryRun", equalTo(false));
        assertThat(conference.version()).isEqualTo(3);
        conference
                .organiser()
                .get(conference.path("/rooms"))
                .then()
                .body("items.slug", contains("red", "blue", "tower", "attic"));
    }

    @Test
    void ofSeveralRoomsOneThatCannotBeAddedCostsAll() {
        // When
        var answer = conference
                .organiser()
                .body(Map.of("rooms", List.of(Map.of("name", "Tower"), Map.of("name", "Red", "slug", "red"))))
                .post(conference.path("/rooms/batch"))
                .then();
        // Then
        answer.statusCode(409)
                .body("type", equalTo("urn:lectern:problem:slug-taken"))
                .body("errors.pointer", contains("/rooms/1"));
        assertThat(conference.version()).isEqualTo(2);
    }

    @Test
    void aRoomMayBeCalledBatch() {
        conference.addRoom("batch", "Batch");
        conference
                .organiser()
                .get(conference.path("/rooms/batch"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Batch"));
    }

    @Test
    void aDryRunSaysWhoIsToldOfARoomsNameAndLeavesIt() {
        // Given
        conference.presents(3, "Ada");
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        var answer = conference
                .organiser()
                .body(Map.of("name", "Crimson room"))
                .patch(conference.path("/rooms/red?dryRun=true"))
                .then();
        // Then
        answer.statusCode(200)
                .body("name", equalTo("Crimson room"))
                .body("dryRun", equalTo(true))
                .body("tells.presenter.name", contains("Ada"))
                .body("tells.kind", contains("CHANGED"));
        conference.organiser().get(conference.path("/rooms/red")).then().body("name", equalTo("Red room"));
    }

    @Test
    void aDryRunOfANewRoomKeepsNothingUnderItsKey() {
        // Given
        var key = UUID.randomUUID().toString();
        add(key, "?dryRun=true").then().statusCode(201).body("dryRun", equalTo(true));
        conference.organiser().get(conference.path("/rooms/attic")).then().statusCode(404);
        // When
        var answer = add(key, "");
        // Then
        answer.then().statusCode(201).body("dryRun", equalTo(false));
    }

    @Test
    void aRoomThatIsNotThereIsComparedWithThoseThatAre() {
        conference
                .organiser()
                .get(conference.path("/rooms/blu"))
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no room \"blu\" here; did you mean \"blue\"?"));
    }

    private Response add(String key, String query) {
        return conference
                .organiser()
                .header("Idempotency-Key", key)
                .body(Map.of("name", "Attic"))
                .post(conference.path("/rooms" + query));
    }

    private ValidatableResponse addAll(String path, String... names) {
        var rooms = Arrays.stream(names).map(name -> Map.of("name", name)).toList();
        return conference.organiser().body(Map.of("rooms", rooms)).post(path).then();
    }

    @Test
    void aRoomThatIsAddedAgainWithItsKeyIsOneRoomAndOneVersion() {
        // When
        var first = addWithKey("Attic");
        var again = addWithKey("Attic");
        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(conference.version()).isEqualTo(3);
        assertThat(addWithKey("Cellar").statusCode()).isEqualTo(422);
    }

    @Test
    void roomsAreListedAsCreatedPageByPage() {
        // Given
        conference.addRoom("attic", "Attic");
        String token = conference
                .organiser()
                .get(conference.path("/rooms?pageSize=2"))
                .then()
                .body("items.slug", contains("red", "blue"))
                .body("nextPageToken", notNullValue())
                .extract()
                .path("nextPageToken");
        // When
        var rest = conference
                .organiser()
                .get(conference.path("/rooms?pageToken=" + token))
                .then();
        // Then
        rest.statusCode(200).body("items.slug", contains("attic")).body("nextPageToken", nullValue());
    }

    @Test
    void aSlugIsTakenOnce() {
        conference
                .organiser()
                .body(Map.of("slug", "red", "name", "Another"))
                .post(conference.path("/rooms"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:slug-taken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'slug':'x'} | /name",
                "{'name':' '} | /name",
                "{'name':'Hall','slug':'Hall'} | /slug",
                "{'name':'Hall','slug':'a--b'} | /slug",
                "{'name':'Hall','capacity':-1} | /capacity",
                "{'name':'Hall','capacity':1.5} | /capacity",
                "{'name':'Hall','colour':'red'} | /colour"
            })
    void aBadRequestSaysWhere(String body, String pointer) {
        conference
                .organiser()
                .body(body.replace('\'', '"'))
                .post(conference.path("/rooms"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aRoomIsReplacedByWhoeverKnowsItsState() {
        // Given
        var request = conference.organiser().body(Map.of("name", "Crimson room", "slug", "ignored", "revision", 7));
        // When
        var answer = request.header("If-Match", "\"1\"")
                .put(conference.path("/rooms/red"))
                .then();
        // Then
        answer.statusCode(200)
                .header("ETag", "\"2\"")
                .body("slug", equalTo("red"))
                .body("name", equalTo("Crimson room"))
                .body("capacity", nullValue())
                .body("revision", equalTo(2));
    }

    @Test
    void aReplacementNeedsACondition() {
        conference
                .organiser()
                .body(Map.of("name", "Crimson room"))
                .put(conference.path("/rooms/red"))
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:lectern:problem:if-match-required"));
    }

    @Test
    void aStaleConditionIsRefusedWithTheStateOfNow() {
        conference
                .organiser()
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "Crimson room"))
                .put(conference.path("/rooms/red"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Red room"));
    }

    @Test
    void aPatchLeavesTheRestAlone() {
        // When
        var answer = conference
                .organiser()
                .contentType("application/merge-patch+json")
                .body("{\"capacity\":30}")
                .patch(conference.path("/rooms/red"))
                .then();
        // Then
        answer.statusCode(200)
                .body("name", equalTo("Red room"))
                .body("capacity", equalTo(30))
                .body("revision", equalTo(2));
    }

    @Test
    void aPatchThatChangesNothingMakesNoVersion() {
        // When
        var answer = conference
                .organiser()
                .body("{\"name\":\"Red room\"}")
                .patch(conference.path("/rooms/red"))
                .then();
        // Then
        answer.statusCode(200).body("revision", equalTo(1));
        assertThat(conference.version()).isEqualTo(2);
    }

    @Test
    void aRoomInUseIsNotRemoved() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        var refused =
                conference.organiser().delete(conference.path("/rooms/red")).then();
        // Then
        refused.statusCode(409).body("type", equalTo("urn:lectern:problem:in-use"));
    }

    @Test
    void anUnusedRoomIsRemovedAndItsSlugNotUsedAgain() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.unschedule(3);
        // When
        conference.organiser().delete(conference.path("/rooms/red")).then().statusCode(200);
        // Then
        conference.organiser().get(conference.path("/rooms/red")).then().statusCode(404);
        conference.working().body("rooms.slug", contains("blue")).body("version", equalTo(5));
        conference
                .organiser()
                .body(Map.of("name", "Red"))
                .post(conference.path("/rooms"))
                .then()
                .body("slug", equalTo("red-2"));
    }

    @Test
    void anUnknownRoomIsNotFound() {
        conference.organiser().delete(conference.path("/rooms/nowhere")).then().statusCode(404);
    }

    private Response addWithKey(String name) {
        return conference
                .organiser()
                .header("Idempotency-Key", conference.slug)
                .body(Map.of("name", name))
                .post(conference.path("/rooms"));
    }
}
