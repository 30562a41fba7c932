package dev.lectern.schedule.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organisers say to each other about a change stays with them. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class InternalCommentTest {

    private TestConference conference;
    private int said;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void whereverACommentMayBeGivenAnInternalOneIsKeptBesideIt() {
        post("/rooms", Map.of("slug", "green", "name", "Green room"));
        put("/rooms/green", Map.of("name", "Dark green room"), "*");
        patch("/rooms/green", Map.of("name", "Light green room"));
        delete("/rooms/green");
        put("/slots/3", Map.of("room", "red", "startsAt", "2027-03-02T10:00"), null);
        delete("/slots/3");
        post("/changes", Map.of("operations", List.of(place())));
        var version = conference.version();
        post("/changes/" + version + "/revert", Map.of());
        put("/publication", Map.of(), null);
        delete("/publication");
        var draft = conference
                .organiser()
                .body(Map.of("name", "Later"))
                .post(conference.path("/drafts"))
                .then()
                .extract()
                .<String>path("id");
        conference
                .organiser()
                .body(Map.of("operations", List.of(place())))
                .post(conference.path("/drafts/" + draft + "/operations"));
        post("/drafts/" + draft + "/apply", Map.of());
    }

    @Test
    void anInternalCommentIsInNoEvent() {
        // Given
        conference.publish();
        // When
        conference
                .organiser()
                .body(Map.of(
                        "room", "red",
                        "startsAt", "2027-03-02T10:00",
                        "comment", "The rope is new",
                        "internalComment", "The speaker is late again"))
                .put(conference.path("/slots/3"));
        // Then
        var told = Awaitility.await().until(() -> Topics.slotEvents(conference.idOf(3)), events -> !events.isEmpty());
        assertThat(told.toString()).contains("The rope is new").doesNotContain("late again");
    }

    @Test
    void whatIsNotSaidIsNull() {
        conference.place(3, "red", "2027-03-02T10:00");
        newest().body("items[0].internalComment", nullValue());
    }

    private static Map<String, Object> place() {
        return Map.of("op", "place", "contribution", 4, "room", "red", "startsAt", "2027-03-02T12:00");
    }

    private void post(String path, Map<String, Object> body) {
        conference.organiser().body(withWords(body)).post(conference.path(path));
        isKept();
    }

    private void put(String path, Map<String, Object> body, String ifMatch) {
        var request = conference.organiser().body(withWords(body));
        (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(conference.path(path));
        isKept();
    }

    private void patch(String path, Map<String, Object> body) {
        conference.organiser().body(withWords(body)).patch(conference.path(path));
        isKept();
    }

    private void delete(String path) {
        said++;
        conference
                .organiser()
                .queryParam("comment", "public " + said)
                .queryParam("internalComment", "internal " + said)
                .delete(conference.path(path));
        isKept();
    }

    private Map<String, Object> withWords(Map<String, Object> body) {
        said++;
        var said = new HashMap<>(body);
        said.put("comment", "public " + this.said);
        said.put("internalComment", "internal " + this.said);
        return said;
    }

    private void isKept() {
        newest().body("items[0].comment", equalTo("public " + said))
                .body("items[0].internalComment", equalTo("internal " + said));
    }

    private ValidatableResponse newest() {
        return conference
                .organiser()
                .get(conference.path("/changes?pageSize=1"))
                .then();
    }
}
