package dev.lectern.schedule.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.availability.AvailabilityEvent.LocalRange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class AvailabilityTest {

    private static final String RED = "/rooms/red/availability";

    @Inject
    AvailabilityEvents handler;

    private final UUID presenter = UUID.randomUUID();
    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void aRoomOfWhichNothingWasSaidIsAlwaysAvailable() {
        get(RED).statusCode(200)
                .header("ETag", "\"0\"")
                .body("ranges", empty())
                .body("timeZone", equalTo("Europe/Paris"));
    }

    @Test
    void rangesAreKeptInOrderAndMergedWhereTheyMeet() {
        // When
        put(
                        RED,
                        range("2027-03-03T09:00", "2027-03-03T12:00"),
                        range("2027-03-02T10:00", "2027-03-02T11:00:00+01:00"),
                        range("2027-03-02T11:00", "2027-03-02T12:00"),
                        range("2027-03-02T10:30", "2027-03-02T10:40"))
                .statusCode(200)
                .header("ETag", "\"1\"");
        // Then
        get(RED).body("ranges.from", contains("2027-03-02T10:00:00+01:00", "2027-03-03T09:00:00+01:00"))
                .body("ranges.until", contains("2027-03-02T12:00:00+01:00", "2027-03-03T12:00:00+01:00"));
        assertThat(conference.version()).isEqualTo(2);
    }

    @Test
    void anAnswerCanBeSentBack() {
        // Given
        var answer = put(RED, range("2027-03-02T10:00", "2027-03-02T11:00"))
                .extract()
                .asString();
        // When
        var again =
                conference.organiser().body(answer).put(conference.path(RED)).then();
        // Then
        again.statusCode(200).header("ETag", "\"1\"");
        assertThat(again.extract().asString()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /ranges",
                "{'ranges':[null]} | /ranges/0",
                "{'ranges':[{'from':'2027-03-02T10:00'}]} | /ranges/0/until",
                "{'ranges':[{'from':'2027-03-02T10:00','until':'2027-03-02T10:00'}]} | /ranges/0/until",
                "{'ranges':[{'from':'2027-03-28T02:30','until':'2027-03-28T10:00'}]} | /ranges/0/from",
                "{'ranges':[{'from':'2027-03-02T10:00','until':'noon'}]} | /ranges/0/until",
                "{'ranges':[],'always':true} | /always"
            })
    void aBadRequestSaysWhere(String body, String pointer) {
        conference
                .organiser()
                .body(body.replace('\'', '"'))
                .put(conference.path(RED))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        put(RED, range("soon", "later"), range("2027-03-02T10:00", "2027-03-02T09:59"))
                .statusCode(400)
                .body("errors.pointer", contains("/ranges/0/from", "/ranges/0/until", "/ranges/1/until"));
    }

    @Test
    void aHundredRangesAreEnough() {
        var range = range("2027-03-02T10:00", "2027-03-02T11:00");

        put(RED, Collections.nCopies(100, range)).statusCode(200).body("ranges.size()", equalTo(1));
        put(RED, Collections.nCopies(101, range)).statusCode(400).body("errors[0].pointer", equalTo("/ranges"));
    }

    @Test
    void aStaleConditionIsRefusedWithTheStateOfNow() {
        put(RED, range("2027-03-02T10:00", "2027-03-02T11:00"));

        conference
                .organiser()
                .header("If-Match", "\"0\"")
                .body(Map.of("ranges", List.of()))
                .put(conference.path(RED))
                .then()
                .statusCode(412)
                .body("current.ranges.from", contains("2027-03-02T10:00:00+01:00"));
    }

    @Test
    void whatTheConferenceDoesNotHaveIsNotFound() {
        get("/rooms/nowhere/availability").statusCode(404);
        get("/presenters/" + presenter + "/availability").statusCode(404);
        get("/presenters/nobody/availability").statusCode(404);
        conference.tellOfPresenter(presenter, 1, "Ada L.", Map.of());
        var elsewhere = TestConference.ready();
        put("/presenters/" + presenter + "/availability").statusCode(200);
        elsewhere
                .organiser()
                .get(elsewhere.path("/presenters/" + presenter + "/availability"))
                .then()
                .statusCode(404);
    }

    @Test
    void aTalkOutsideIsWarnedOf() {
        // Given
        conference.tellOfPresenter(presenter, 1, "Ada L.", Map.of());
        conference.accept(5, "Ropes", byPresenter());
        put("/presenters/" + presenter + "/availability", range("2027-03-02T14:00", "2027-03-02T16:00"))
                .statusCode(200);
        put(RED, range("2027-03-02T15:00", "2027-03-02T16:00"));
        // When
        conference.place(5, "red", "2027-03-02T13:00").statusCode(200);
        // Then
        conference
                .working()
                .body("warnings.code", hasItems("presenter-unavailable", "room-unavailable"))
                .body("warnings[0].contributions", contains(5))
                .body("warnings[0].rooms", contains("red"));
        conference.place(5, "red", "2027-03-02T15:00").statusCode(200);
        conference.working().body("warnings", empty());
    }

    @Test
    void whatPresentersSayOnTheirPagesIsTakenAndMayBeChanged() {
        // Given
        conference.tellOfPresenter(presenter, 1, "Ada L.", Map.of());
        conference.accept(5, "Ropes", byPresenter());
        conference.place(5, "red", "2027-03-02T13:00").statusCode(200);
        // When
        says(2, new LocalRange(LocalDateTime.parse("2027-03-02T14:00"), LocalDateTime.parse("2027-03-02T16:00")));
        // Then
        conference.working().body("warnings.code", hasItems("presenter-unavailable"));
        says(1);
        get("/presenters/" + presenter + "/availability").body("ranges.from", contains("2027-03-02T14:00:00+01:00"));
        put("/presenters/" + presenter + "/availability").statusCode(200);
        says(2, new LocalRange(LocalDateTime.parse("2027-03-02T14:00"), LocalDateTime.parse("2027-03-02T16:00")));
        conference.working().body("warnings", empty());
        says(3, new LocalRange(LocalDateTime.parse("2027-03-02T15:00"), LocalDateTime.parse("2027-03-02T16:00")));
        get("/presenters/" + presenter + "/availability").body("ranges.from", contains("2027-03-02T15:00:00+01:00"));
    }

    @Test
    void whatARestoredServiceDoesNotKnowIsGone() {
        // Given
        conference.tellOfPresenter(presenter, 1, "Ada L.", Map.of());
        says(2, new LocalRange(LocalDateTime.parse("2027-03-02T14:00"), LocalDateTime.parse("2027-03-02T16:00")));
        // When
        QuarkusTransaction.requiringNew().run(() -> handler.accept(handler.gone(1_000, 10_000)));
        // Then
        get("/presenters/" + presenter + "/availability").body("ranges", empty());
        assertThat(QuarkusTransaction.requiringNew().call(() -> handler.gone(1_000, 10_000)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"some-times", "any-time", "deleted"})
    void everyExampleOfTheContractIsUnderstood(String example) throws IOException {
        var json = Files.readString(
                Path.of("../notification-service/events/availability.v1." + example + ".example.json"));
        var event = EventJson.MAPPER.readValue(json, AvailabilityEvent.class);
        conference.tellOfPresenter(presenter, 1, "Ada L.", Map.of());
        get("/presenters/" + presenter + "/availability").statusCode(200);
        handle(new AvailabilityEvent(
                presenter, conference.id, event.revision(), event.deleted(), event.timeZone(), event.ranges()));
        get("/presenters/" + presenter + "/availability")
                .body("ranges.size()", equalTo(example.equals("some-times") ? 2 : 0));
    }

    private void says(long revision, LocalRange... ranges) {
        get("/presenters/" + presenter + "/availability").statusCode(200);
        handle(new AvailabilityEvent(presenter, conference.id, revision, false, "Europe/Paris", List.of(ranges)));
    }

    private void handle(AvailabilityEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            handler.lock(List.of(event));
            handler.accept(List.of(event));
        });
    }

    @Test
    void anotherTimeZoneKeepsTheLocalTimes() {
        put(RED, range("2027-03-02T10:00", "2027-03-02T11:00"));

        conference.tell(Map.of("timeZone", "Asia/Kolkata"));

        await().untilAsserted(() -> get(RED).body("timeZone", equalTo("Asia/Kolkata"))
                .body("ranges.from", contains("2027-03-02T10:00:00+05:30")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "Asia/Kolkata"})
    void whatPresentersSaidKeepsItsLocalTimesWhicheverIsReadFirst(String zoneThatWasKnownThere) {
        // Given
        conference.tellOfPresenter(presenter, 1, "Ada L.", Map.of());
        get("/presenters/" + presenter + "/availability").statusCode(200);
        var range = new LocalRange(LocalDateTime.parse("2027-03-02T10:00"), LocalDateTime.parse("2027-03-02T11:00"));
        var says = new AvailabilityEvent(presenter, conference.id, 1, false, zoneThatWasKnownThere, List.of(range));
        // When it comes before the conference's other zone does
        handle(says);
        conference.tell(Map.of("timeZone", "Asia/Kolkata"));
        // Then
        await().untilAsserted(() -> get("/presenters/" + presenter + "/availability")
                .body("ranges.from", contains("2027-03-02T10:00:00+05:30")));
        // When it comes after it
        handle(new AvailabilityEvent(presenter, conference.id, 2, false, zoneThatWasKnownThere, List.of(range)));
        // Then
        get("/presenters/" + presenter + "/availability").body("ranges.from", contains("2027-03-02T10:00:00+05:30"));
    }

    @Test
    void nothingOfADeletedConferenceIsLeft() {
        put(RED, range("2027-03-02T10:00", "2027-03-02T11:00")).statusCode(200);

        conference.tell(Map.of("deleted", true));

        await().untilAsserted(() -> assertThat(
                        QuarkusTransaction.requiringNew().call(() -> Availability.count("conferenceId", conference.id)))
                .isZero());
        get(RED).statusCode(404);
    }

    private Map<String, Object> byPresenter() {
        return Map.of("presenters", List.of(Map.of("id", presenter, "name", "Ada L.", "affiliation", "")));
    }

    private static Map<String, String> range(String from, String until) {
        return Map.of("from", from, "until", until);
    }

    private ValidatableResponse put(String path, Map<?, ?>... ranges) {
        return put(path, List.of(ranges));
    }

    private ValidatableResponse put(String path, List<Map<?, ?>> ranges) {
        return conference
                .organiser()
                .body(Map.of("ranges", ranges))
                .put(conference.path(path))
                .then();
    }

    private ValidatableResponse get(String path) {
        return conference.organiser().get(conference.path(path)).then();
    }
}
