package dev.lectern.schedule.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever makes a change says whether the mails about it are to be looked at first. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class HoldTest {

    private static final Map<String, Object> TEN = Map.of("room", "red", "startsAt", "2027-03-02T10:00", "hold", true);

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void whatIsPlacedSaysSoAndTheNextChangeDoesNot() {
        conference.publish();
        conference.organiser().body(TEN).put(conference.path("/slots/3")).then().statusCode(200);
        assertThat(told(1).path("hold").asBoolean()).isTrue();
        conference.place(3, "red", "2027-03-02T11:00");
        assertThat(told(2).has("hold")).isFalse();
        conference
                .organiser()
                .queryParam("hold", true)
                .delete(conference.path("/slots/3"))
                .then()
                .statusCode(200);
        assertThat(told(3).path("hold").asBoolean()).isTrue();
    }

    @Test
    void soDoesAPublication() {
        conference.place(3, "red", "2027-03-02T10:00");
        conference
                .organiser()
                .body(Map.of("hold", true))
                .put(conference.path("/publication"))
                .then()
                .statusCode(200);
        assertThat(told(1).path("hold").asBoolean()).isTrue();
    }

    @Test
    void soDoOperationsTheirRevertAndADraft() {
        conference.publish();
        var place = Map.of("op", "place", "contribution", 3, "room", "red", "startsAt", "2027-03-02T10:00");
        post("/changes", Map.of("operations", List.of(place), "hold", true));
        assertThat(told(1).path("hold").asBoolean()).isTrue();
        post("/changes/" + conference.version() + "/revert", Map.of("hold", true));
        assertThat(told(2).path("hold").asBoolean()).isTrue();
        var draft = conference
                .organiser()
                .body(Map.of("name", "Later"))
                .post(conference.path("/drafts"))
                .then()
                .extract()
                .<String>path("id");
        conference
                .organiser()
                .body(Map.of("operations", List.of(place)))
                .post(conference.path("/drafts/" + draft + "/operations"))
                .then()
                .statusCode(200);
        post("/drafts/" + draft + "/apply", Map.of("hold", true));
        assertThat(told(3).path("hold").asBoolean()).isTrue();
    }

    private void post(String path, Map<String, Object> body) {
        conference.organiser().body(body).post(conference.path(path)).then().statusCode(201);
    }

    /** The event of the third contribution that is the so-many-th. */
    private JsonNode told(int event) {
        return await().until(() -> Topics.slotEvents(conference.idOf(3)), events -> events.size() >= event)
                .get(event - 1);
    }
}
