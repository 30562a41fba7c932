package dev.lectern.schedule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chair turns out to be one person with another presenter, or is erased. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class PresenterSuccessionTest {

    private TestConference conference;
    private UUID ann;
    private UUID a;
    private UUID carl;
    private UUID session;

    /**
     * Version 4 is the publication: the session "Bells", chaired by A. ZYGALSKI and Carl, with talk 3 of A. ZYGALSKI.
     */
    @BeforeEach
    void aPublishedSession() {
        conference = TestConference.ready();
        ann = conference.presenter("Ann ZYGALSKI");
        a = conference.presenter("A. ZYGALSKI");
        carl = conference.presenter("Carl");
        conference.tell(
                3, Map.of("presenters", List.of(Map.of("id", a, "name", "A. ZYGALSKI", "affiliation", "Liège"))));
        session = UUID.fromString(change(session(a, carl)).path("sessions[0].after.id"));
        conference.publish();
        await().untilAsserted(() -> conference.agenda().body("talks[0].presenters.name", contains("A. ZYGALSKI")));
    }

    @Test
    void whoStaysChairsInTheOthersStead() {
        merge(1);

        await().untilAsserted(
                        () -> conference.agenda().body("sessions[0].chairs.name", contains("Ann ZYGALSKI", "Carl")));
        conference
                .working()
                .body("version", equalTo(5))
                .body("sessions[0].chairs.id", contains(ann.toString(), carl.toString()));
        conference
                .organiser()
                .get(conference.path("/changes/5"))
                .then()
                .body("announced", equalTo(false))
                .body("operations.op", contains("mergePresenter"));
        var told = await().until(() -> Topics.sessionEvents(session), events -> events.size() == 2)
                .get(1);
        assertThat(texts(told.get("chairs"))).containsExactly(ann.toString(), carl.toString());
        assertThat(told.at("/mergedChairs/0/id").asText()).isEqualTo(ann.toString());
        assertThat(texts(told.at("/mergedChairs/0/mergedIds"))).containsExactly(a.toString());
        assertThat(told.at("/announced/revision").asInt()).isEqualTo(4);
    }

    @Test
    void whoChairedTwiceChairsOnce() {
        change(Map.of(
                "op",
                "session",
                "id",
                session,
                "title",
                "Bells",
                "room",
                "red",
                "startsAt",
                "2027-03-02T10:00",
                "durationMinutes",
                120,
                "chairs",
                List.of(a, ann)));

        merge(1);

        await().untilAsserted(() -> conference.working().body("sessions[0].chairs.id", contains(ann.toString())));
    }

    @Test
    void whereNothingIsChairedNothingChanges() {
        var other = conference.presenter("Bea");
        conference.tellOfPresenter(other, 2, "", Map.of("deleted", true, "mergedInto", ann));
        conference.tellOfPresenter(ann, 2, "Ann ZYGALSKI", Map.of("mergedIds", List.of(other)));
        await().until(() -> revision(ann) == 2 && revision(other) == 2);

        assertThat(conference.version()).isEqualTo(4);
    }

    @Test
    void theSameNewsAgainChangeNothing() {
        merge(1);
        merge(1);
        conference.presenter("A later one");
        await().untilAsserted(() -> conference.working().body("version", equalTo(5)));

        assertThat(Topics.sessionEvents(session)).hasSize(2);
    }

    @Test
    void whoStaysIsAvailableAsWasSaidOfTheOther() {
        var ranges = Map.of("ranges", List.of(Map.of("from", "2027-03-02T09:00", "until", "2027-03-02T12:00")));
        conference
                .organiser()
                .body(ranges)
                .put(conference.path("/presenters/" + a + "/availability"))
                .then()
                .statusCode(200);

        merge(1);

        await().untilAsserted(() -> conference
                .organiser()
                .get(conference.path("/presenters/" + ann + "/availability"))
                .then()
                .body("ranges.from", contains("2027-03-02T09:00:00+01:00")));
        assertThat(count("select count(*) from availability where conference_id = :id"))
                .isOne();
    }

    @Test
    void earlierVersionsHaveWhoStaysAndSoHasWhatIsSetBack() {
        merge(1);
        await().untilAsserted(() -> conference.working().body("version", equalTo(5)));
        conference
                .organiser()
                .get(conference.path("?version=4"))
                .then()
                .body("sessions[0].chairs.name", contains("Ann ZYGALSKI", "Carl"));
        change(Map.of("op", "removeSession", "id", session));

        change(Map.of("op", "restore", "version", 4));

        conference.working().body("sessions[0].chairs.name", contains("Ann ZYGALSKI", "Carl"));
    }

    @Test
    void aDraftFromBeforeMeansWhoStays() {
        var draft = conference
                .organiser()
                .body(Map.of("name", "Plan B"))
                .post(conference.path("/drafts"))
                .path("id");
        conference
                .organiser()
                .body(Map.of("operations", List.of(in("blue", session(a)))))
                .post(conference.path("/drafts/" + draft + "/operations"))
                .then()
                .statusCode(200);
        merge(1);
        await().untilAsserted(() -> conference.working().body("version", equalTo(5)));

        conference
                .organiser()
                .post(conference.path("/drafts/" + draft + "/apply"))
                .then()
                .statusCode(201);

        conference.working().body("sessions.find { it.room.slug == 'blue' }.chairs.id", contains(ann.toString()));
    }

    @Test
    void whoeverIsMergedIntoThemselvesIsParked() {
        conference.tellOfPresenter(a, 2, "", Map.of("deleted", true, "mergedInto", a));

        await().until(() -> parked() == 1);
        conference.working().body("version", equalTo(4));
    }

    @Test
    void ofTwoWhoAreMergedIntoEachOtherTheSecondIsParked() {
        merge(1);
        await().untilAsserted(() -> conference.working().body("version", equalTo(5)));

        conference.tellOfPresenter(ann, 3, "", Map.of("deleted", true, "mergedInto", a));

        await().until(() ->
                count("select count(*) from parked_record where key = '" + ann + "' and cast(:id as text) <> ''") == 1);
        conference.working().body("sessions[0].chairs.name", contains("Ann ZYGALSKI", "Carl"));
    }

    @Test
    void whoIsErasedIsNamedNowhere() {
        var ranges = Map.of("ranges", List.of(Map.of("from", "2027-03-02T09:00", "until", "2027-03-02T12:00")));
        conference
                .organiser()
                .body(ranges)
                .put(conference.path("/presenters/" + a + "/availability"))
                .then()
                .statusCode(200);
        Topics.send("lectern.catalog.presenter.v1", a.toString(), "A. ZYGALSKI".getBytes(StandardCharsets.UTF_8));
        await().until(() -> parked() == 1);
        conference
                .organiser()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("operations", List.of(Map.of("op", "unschedule", "contribution", 3))))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201)
                .body("tells.presenter.name", contains("A. ZYGALSKI"));
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
        assertThat(rows()).contains("ZYGALSKI");

        conference.tellOfPresenter(a, 2, "", Map.of("deleted", true));

        await().untilAsserted(() -> conference
                .agenda()
                .body("talks[0].presenters", empty())
                .body("sessions[0].chairs.name", contains("Carl")));
        assertThat(conference.agenda().extract().asString()).doesNotContain("A. ZYGALSKI");
        conference
                .organiser()
                .get(conference.path("?version=4"))
                .then()
                .body("sessions[0].chairs.name", contains("Carl"));
        assertThat(rows()).doesNotContain("A. ZYGALSKI");
        assertThat(count("select count(*) from availability where conference_id = :id"))
                .isZero();
        assertThat(parked()).isZero();
        assertThat(texts(Topics.sessionEvents(session).get(1).get("chairs"))).containsExactly(carl.toString());
    }

    @Test
    void aLateEventBringsNobodyBack() {
        conference.tellOfPresenter(a, 2, "", Map.of("deleted", true));
        await().untilAsserted(() -> conference.agenda().body("talks[0].presenters", empty()));

        conference.tell(3, Map.of("title", "More bells"));
        conference.tellOfPresenter(a, 1, "A. ZYGALSKI", Map.of());

        await().untilAsserted(() -> conference.agenda().body("talks[0].title", equalTo("More bells")));
        conference
                .agenda()
                .body("talks[0].presenters", hasSize(0))
                .body("sessions[0].title", not(containsString("ZYG")));
        assertThat(rows()).doesNotContain("A. ZYGALSKI");
    }

    private void merge(int revision) {
        conference.tellOfPresenter(ann, revision + 1, "Ann ZYGALSKI", Map.of("mergedIds", List.of(a)));
        conference.tellOfPresenter(a, revision + 1, "", Map.of("deleted", true, "mergedInto", ann));
    }

    /** The session in another room and without talks. */
    private static Map<String, Object> in(String room, Map<String, Object> session) {
        var moved = new HashMap<>(session);
        moved.put("room", room);
        moved.remove("talks");
        return moved;
    }

    private static Map<String, Object> session(UUID... chairs) {
        return Map.of(
                "op",
                "session",
                "title",
                "Bells",
                "room",
                "red",
                "startsAt",
                "2027-03-02T10:00",
                "durationMinutes",
                120,
                "chairs",
                List.of(chairs),
                "talks",
                List.of(3));
    }

    private ExtractableResponse<Response> change(Map<String, Object> operation) {
        return conference
                .organiser()
                .body(Map.of("operations", List.of(operation)))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201)
                .extract();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private long revision(UUID presenter) {
        return count("select revision from presenter where id = '" + presenter + "' and conference_id = :id");
    }

    private long parked() {
        return count("select count(*) from parked_record where key = '" + a + "' and cast(:id as text) <> ''");
    }

    private String rows() {
        return Arrays.asList("contribution", "presenter", "booking", "change", "draft", "availability").stream()
                        .map(table -> ""
                                + sql("select cast(json_agg(t) as text) from " + table
                                        + " t where conference_id = :id"))
                        .toList()
                + "" + sql("""
                        select string_agg(encode(body, 'escape'), ' ') from kept_answer join conference on conference.id = :id
                        where starts_with(path, '/schedule/conferences/' || slug || '/')""");
    }

    private long count(String statement) {
        return ((Number) sql(statement)).longValue();
    }

    private Object sql(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery(statement)
                        .setParameter("id", conference.id)
                        .getSingleResult());
    }
}
