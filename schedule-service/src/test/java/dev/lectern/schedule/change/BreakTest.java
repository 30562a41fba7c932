package dev.lectern.schedule.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class BreakTest {

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void aBreakIsInTheScheduleAndOnTheAgenda() {
        // Given
        conference.publish();
        var coffee = coffee("red", "2027-03-02T10:30");
        coffee.put("description", "In the *foyer*");
        // When
        change(coffee)
                .statusCode(201)
                .body("changes", empty())
                .body("breaks[0].before", nullValue())
                .body("breaks[0].after.title", equalTo("Coffee"));
        // Then
        conference
                .working()
                .body("breaks[0].title", equalTo("Coffee"))
                .body("breaks[0].description", equalTo("In the *foyer*"))
                .body("breaks[0].room.name", equalTo("Red room"))
                .body("breaks[0].startsAt", equalTo("2027-03-02T10:30:00+01:00"))
                .body("breaks[0].endsAt", equalTo("2027-03-02T11:00:00+01:00"))
                .body("breaks[0].durationMinutes", equalTo(30))
                .body("breaks[0].timeZone", equalTo("Europe/Paris"));
        conference
                .agenda()
                .body("breaks.title", contains("Coffee"))
                .body("breaks[0].id", equalTo(conference.working().extract().path("breaks[0].id")));
        given().accept("text/html")
                .get("/agenda/" + conference.slug)
                .then()
                .body(containsString("Coffee"), containsString("In the <em>foyer</em>"));
        given().get("/agenda/" + conference.slug + ".ics")
                .then()
                .body(containsString("SUMMARY:Coffee"), containsString("LOCATION:Red room"));
    }

    @Test
    void aBreakInAllRoomsOnlyWarns() {
        // Given
        change(coffee(null, "2027-03-02T10:30")).statusCode(201);
        // When
        var answer = change(place(3, "red", "2027-03-02T10:00"));
        // Then
        answer.statusCode(201).body("warnings.findAll { it.code != 'no-presenter' }.code", contains("break-overlap"));
        conference
                .working()
                .body("breaks[0].room", nullValue())
                .body("warnings.findAll { it.code != 'no-presenter' }.code", contains("break-overlap"));
        change(coffee(null, "2027-03-02T10:00"))
                .body("warnings.findAll { it.code != 'no-presenter' }.code", contains("break-overlap"));
    }

    @Test
    void aBreakIsChangedRemovedAndBroughtBack() {
        // Given
        change(coffee("red", "2027-03-02T10:30"));
        var moved = coffee("blue", "2027-03-02T11:00");
        moved.put("id", conference.working().extract().path("breaks[0].id"));
        moved.put("title", "Tea");
        // When
        change(moved)
                .statusCode(201)
                .body("breaks[0].before.title", equalTo("Coffee"))
                .body("breaks[0].after.title", equalTo("Tea"))
                .body("breaks[0].after.room.slug", equalTo("blue"));
        change(moved).statusCode(200);
        change(Map.of("op", "removeBreak", "id", moved.get("id"))).statusCode(201);
        // Then
        conference.working().body("breaks", empty());
        conference.organiser().get(conference.path("?version=3")).then().body("breaks.title", contains("Coffee"));
        conference.organiser().post(conference.path("/changes/5/revert")).then().statusCode(201);
        conference.working().body("breaks.title", contains("Tea")).body("breaks.id", contains(moved.get("id")));
        change(Map.of("op", "restore", "version", 3)).statusCode(201);
        conference.working().body("breaks.title", contains("Coffee")).body("breaks[0].room.slug", equalTo("red"));
        change(Map.of("op", "restore", "version", 2)).statusCode(201);
        conference.working().body("breaks", empty());
        change(moved).statusCode(400).body("errors.pointer", contains("/operations/0/id"));
    }

    private ValidatableResponse change(Object... operations) {
        return conference
                .organiser()
                .body(Map.of("operations", List.of(operations)))
                .post(conference.path("/changes"))
                .then();
    }

    private static Map<String, Object> coffee(String room, String startsAt) {
        var coffee = new HashMap<String, Object>();
        coffee.put("op", "break");
        coffee.put("title", "Coffee");
        coffee.put("room", room);
        coffee.put("startsAt", startsAt);
        coffee.put("durationMinutes", 30);
        return coffee;
    }

    private static Map<String, Object> place(int number, String room, String startsAt) {
        return Map.of("op", "place", "contribution", number, "room", room, "startsAt", startsAt);
    }
}
