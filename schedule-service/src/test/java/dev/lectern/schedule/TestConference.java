package dev.lectern.schedule;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.testing.Examples;
import dev.lectern.chassis.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A conference of a test's own: the catalog's part of it comes by events, the schedule's part by requests. */
public final class TestConference {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFERENCES = "lectern.catalog.conference.v1";
    private static final String CONTRIBUTIONS = "lectern.catalog.contribution.v1";
    private static final String PRESENTERS = "lectern.catalog.presenter.v1";

    public final UUID id = UUID.randomUUID();
    public final String slug = "conf-" + id.toString().substring(0, 13);
    private final Map<String, Object> state = Examples.of("catalog-service", "conference.v1.created");
    private final Map<Integer, Map<String, Object>> contributions = new HashMap<>();

    private TestConference(String zone, List<String> days) {
        state.putAll(Map.of("id", id, "revision", 0, "slug", slug, "timeZone", zone, "days", days));
    }

    /**
     * In Paris, on 2 and 3 March 2027, with the rooms "red" and "blue" and talks 3 (45 minutes) and 4 (no duration).
     */
    public static TestConference ready() {
        var conference = in("Europe/Paris", "2027-03-02", "2027-03-03");
        conference.addRoom("red", "Red room");
        conference.addRoom("blue", "Blue room");
        return conference;
    }

    /** With talks 3 and 4 and no rooms. */
    public static TestConference in(String zone, String... days) {
        var conference = new TestConference(zone, List.of(days));
        conference.tell(Map.of());
        conference.accept(3, "Why bells are late", Map.of("durationMinutes", 45));
        conference.accept(4, "Clocks");
        return conference;
    }

    public void addRoom(String room, String name) {
        organiser()
                .body(Map.of("slug", room, "name", name))
                .post(path("/rooms"))
                .then()
                .statusCode(201);
    }

    /** The catalog tells of the conference, with these members altered. */
    public void tell(Map<String, Object> altered) {
        send(CONFERENCES, id, revise(state, altered));
    }

    public UUID accept(int number, String title) {
        return accept(number, title, Map.of());
    }

    /** The catalog tells of a new contribution, with these members beside its number and title. */
    public UUID accept(int number, String title, Map<String, Object> given) {
        var contribution = Examples.of("catalog-service", "contribution.v1.created");
        contribution.putAll(Map.of("id", UUID.randomUUID(), "revision", 0, "conferenceId", id, "number", number));
        contribution.putAll(Map.of("title", title, "abstract", "", "presenters", List.of()));
        contribution.put("type", null);
        contribution.put("durationMinutes", null);
        contributions.put(number, contribution);
        tell(number, given);
        return idOf(number);
    }

    /** The catalog tells that a new presenter presents a contribution that is not placed. */
    public UUID presents(int number, String name) {
        var presenter = presenter(name);
        tell(number, Map.of("presenters", List.of(Map.of("id", presenter, "name", name, "affiliation", "Liège"))));
        await().untilAsserted(() ->
                working().body("unscheduled.find { it.number == " + number + " }.presenters.name", contains(name)));
        return presenter;
    }

    /** The catalog tells of a contribution, with these members altered. */
    public void tell(int number, Map<String, Object> altered) {
        send(CONTRIBUTIONS, idOf(number), revise(contributions.get(number), altered));
    }

    /** The catalog tells of a new presenter. */
    public UUID presenter(String name) {
        var presenter = UUID.randomUUID();
        tellOfPresenter(presenter, 1, name, Map.of());
        return presenter;
    }

    /** The catalog tells of a presenter, with these members altered. */
    public void tellOfPresenter(UUID presenter, int revision, String name, Map<String, Object> altered) {
        var event = Examples.of("catalog-service", "presenter.v1.one-name");
        event.putAll(Map.of("id", presenter, "revision", revision, "conferenceId", id, "name", name));
        event.putAll(altered);
        send(PRESENTERS, presenter, event);
    }

    /** An event of an earlier revision comes again. */
    public void repeat(int number, Map<String, Object> old) {
        var event = new LinkedHashMap<>(contributions.get(number));
        event.putAll(old);
        send(CONTRIBUTIONS, idOf(number), event);
    }

    public UUID idOf(int number) {
        return (UUID) contributions.get(number).get("id");
    }

    public static Map<String, Object> announcedAt(long revision, String author, String comment) {
        return Map.of("revision", revision, "author", author, "comment", comment);
    }

    public RequestSpecification organiser() {
        return given().auth().oauth2(TestTokens.organiser("ada@conf.example")).contentType(ContentType.JSON);
    }

    public String path(String below) {
        return "/schedule/conferences/" + slug + below;
    }

    public ValidatableResponse place(int number, String room, String startsAt) {
        return place(number, Map.of("room", room, "startsAt", startsAt));
    }

    public ValidatableResponse place(int number, Map<String, Object> request) {
        return organiser().body(request).put(path("/slots/" + number)).then();
    }

    public ValidatableResponse unschedule(int number) {
        return organiser().delete(path("/slots/" + number)).then();
    }

    public ValidatableResponse publish() {
        return organiser().put(path("/publication")).then();
    }

    public ValidatableResponse unpublish() {
        return organiser().delete(path("/publication")).then();
    }

    public ValidatableResponse working() {
        return organiser().get(path("")).then().statusCode(200);
    }

    public int version() {
        return working().extract().path("version");
    }

    /** As soon as it is of the schedule's version. */
    public ValidatableResponse agenda() {
        return given().get("/agenda/" + slug + "?minVersion=" + version()).then();
    }

    private static Map<String, Object> revise(Map<String, Object> state, Map<String, Object> altered) {
        state.putAll(altered);
        state.merge("revision", 1, (old, one) -> (Integer) old + (Integer) one);
        return state;
    }

    private static void send(String topic, UUID key, Map<String, Object> value) {
        try {
            var json = JSON.writeValueAsString(value);
            Topics.send(topic, key.toString(), json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
