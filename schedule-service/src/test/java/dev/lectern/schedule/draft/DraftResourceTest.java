package dev.lectern.schedule.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class DraftResourceTest {

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void aDraftGrowsBesideTheScheduleAndBecomesOneChange() {
        // Given
        conference.publish();
        // When
        var begun = begin("Plan B")
                .statusCode(201)
                .body("name", equalTo("Plan B"))
                .body("baseVersion", equalTo(3))
                .body("operations", empty())
                .body("changes", empty())
                .body("conflicts", empty());
        var draft = begun.extract().<String>path("id");
        assertThat(begun.extract().header("Location")).isEqualTo(conference.path("/drafts/" + draft));
        extend(draft, place(3, "red", "2027-03-02T10:00")).statusCode(200);
        var extended = extend(draft, place(4, "red", "2027-03-02T11:00"));
        // Then
        extended.statusCode(200)
                .body("operations", hasSize(2))
                .body("changes.contribution.number", contains(3, 4))
                .body("errors", empty());
        conference.agenda().body("talks", empty());
        assertThat(conference.version()).isEqualTo(3);
        // When
        var applied = post("/drafts/" + draft + "/apply", Map.of("comment", "Plan B it is"));
        // Then
        applied.statusCode(201).body("version", equalTo(4)).body("changes.contribution.number", contains(3, 4));
        conference.agenda().body("talks.number", contains(3, 4));
        get("/changes/4").body("comment", equalTo("Plan B it is")).body("operations", hasSize(2));
        get("/drafts/" + draft).statusCode(404);
    }

    @Test
    void whatDoesNotFitTheDraftIsRefusedAndTheDraftStaysAsItWas() {
        // Given
        var draft = begun("Plan B");
        extend(draft, place(3, "red", "2027-03-02T10:00"));
        // When
        var refused = extend(draft, place(4, "red", "2027-03-02T10:30"));
        // Then
        refused.statusCode(409)
                .body("type", equalTo("urn:lectern:problem:room-taken"))
                .body("errors.pointer", contains("/operations/0"));
        get("/drafts/" + draft).body("operations", hasSize(1));
    }

    @Test
    void aDraftShowsWhatOthersHaveDoneSinceAndIsAppliedAfterARebaseOnly() {
        // Given
        var draft = begun("Plan B");
        extend(draft, place(3, "red", "2027-03-02T10:00"));
        conference.place(3, "blue", "2027-03-02T15:00").statusCode(200);
        // When
        var shown = get("/drafts/" + draft);
        // Then
        shown.body("conflicts.contribution.number", contains(3))
                .body("conflicts[0].before", nullValue())
                .body("conflicts[0].after.room.slug", equalTo("blue"))
                .body("changes[0].before.room.slug", equalTo("blue"));
        post("/drafts/" + draft + "/apply", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:schedule-moved-on"));
        // When
        post("/drafts/" + draft + "/rebase", Map.of())
                .statusCode(200)
                .body("baseVersion", equalTo(3))
                .body("conflicts.contribution.number", contains(3));
        // Then
        get("/drafts/" + draft).body("conflicts", empty());
        post("/drafts/" + draft + "/apply", Map.of()).statusCode(201).body("version", equalTo(4));
    }

    @Test
    void aDraftThatNoLongerFitsSaysWhy() {
        // Given
        var draft = begun("Plan B");
        extend(draft, place(3, "red", "2027-03-02T10:00"));
        conference.place(4, "red", "2027-03-02T10:00").statusCode(200);
        // When
        var shown = get("/drafts/" + draft);
        // Then
        shown.statusCode(200).body("changes", empty()).body("errors.pointer", contains("/operations/0"));
        post("/drafts/" + draft + "/rebase", Map.of()).statusCode(200);
        post("/drafts/" + draft + "/apply", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:room-taken"));
    }

    @Test
    void draftsLieSideBySideAndAreDiscarded() {
        // Given
        var one = begun("One");
        var other = begun("Other");
        extend(one, place(3, "red", "2027-03-02T10:00"));
        extend(other, place(3, "red", "2027-03-02T11:00"));
        // When
        conference.organiser().delete(conference.path("/drafts/" + one)).then().statusCode(200);
        // Then
        get("/drafts").body("items.name", contains("Other")).body("items[0].operations", hasSize(1));
        get("/drafts/" + one).statusCode(404);
        get("/drafts/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void aConferenceHasAHundredDraftsAndNoMore() {
        // Given
        IntStream.range(0, 100).forEach(i -> begin("Draft " + i).statusCode(201));
        // When, then
        begin("One too many").statusCode(409).body("type", equalTo("urn:lectern:problem:too-many-drafts"));
    }

    private ValidatableResponse begin(String name) {
        return post("/drafts", Map.of("name", name));
    }

    private String begun(String name) {
        return begin(name).extract().path("id");
    }

    private ValidatableResponse extend(String draft, Object... operations) {
        return post("/drafts/" + draft + "/operations", Map.of("operations", List.of(operations)));
    }

    private ValidatableResponse post(String path, Object body) {
        return conference.organiser().body(body).post(conference.path(path)).then();
    }

    private ValidatableResponse get(String path) {
        return conference.organiser().get(conference.path(path)).then();
    }

    private static Map<String, Object> place(int number, String room, String startsAt) {
        return Map.of("op", "place", "contribution", number, "room", room, "startsAt", startsAt);
    }
}
