package dev.lectern.schedule.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ChangeResourceTest {

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void manyOperationsMakeOneVersion() {
        // When
        var answer = change(place(3, "red", "2027-03-02T10:00"), place(4, "blue", "2027-03-02T10:00"));
        // Then
        answer.statusCode(201)
                .header("Location", conference.path("/changes/3"))
                .body("version", equalTo(3))
                .body("dryRun", equalTo(false))
                .body("changes.contribution.number", contains(3, 4))
                .body("changes[0].contribution.title", equalTo("Why bells are late"))
                .body("changes[0].before", nullValue())
                .body("changes[0].after.room.slug", equalTo("red"))
                .body("changes[0].after.startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("changes[0].after.durationMinutes", equalTo(45))
                .body("warnings.findAll { it.code != 'no-presenter' }", empty())
                .body("tells", empty());
        assertThat(conference.version()).isEqualTo(3);
    }

    @Test
    void oneBadOperationLeavesEverythingAsItWas() {
        // When
        var refused = change(
                place(3, "red", "2027-03-02T10:00"),
                place(4, "nowhere", "2027-03-02T10:00"),
                Map.of("op", "unschedule", "contribution", 4),
                place(4, "red", "2027-03-31T10:00"));
        // Then
        refused.statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/operations/1/room", "/operations/2/contribution", "/operations/3"))
                .body("errors.detail", hasItem(containsString("2027-03-31")));
        assertThat(conference.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                   | /operations",
                "{'operations': []}                                                   | /operations",
                "{'operations': [null]}                                               | /operations/0",
                "{'operations': [{'op': 'place', 'contribution': 3}]}                 | /operations/0/room",
                "{'operations': [{'op': 'resize', 'contribution': 3, 'durationMinutes': 0}]} | /operations/0/durationMinutes",
                "{'operations': [{'op': 'dance'}]}                                    | /operations/0",
                "{'operations': [{'op': 'withdraw', 'contribution': 3}]}              | /operations/0",
                "{'operations': [{'op': 'unschedule', 'contribution': 3, 'x': 1}]}    | /operations/0/x",
                "{'operations': [{'op': 'unschedule', 'contribution': 3}], 'baseVersion': 9} | /baseVersion",
                "{'operations': [{'op': 'restore', 'version': 99}]}                   | /operations/0/version"
            })
    void whatMakesNoSenseIsRefusedWhereItStands(String body, String pointer) {
        conference
                .organiser()
                .body(body.replace('\'', '"'))
                .post(conference.path("/changes"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(containsString(pointer)));
    }

    @Test
    void aDryRunSaysWhatWouldBeAndDoesNothing() {
        // Given
        presentedBy(3, "Ada ROPE");
        conference.publish();
        // When
        var dry = conference
                .organiser()
                .body(Map.of("operations", List.of(place(3, "red", "2027-03-02T10:00"))))
                .post(conference.path("/changes?dryRun=true"))
                .then();
        // Then
        dry.statusCode(200)
                .body("version", equalTo(4))
                .body("dryRun", equalTo(true))
                .body("changes.contribution.number", contains(3))
                .body("tells", hasSize(1))
                .body("tells[0].presenter.name", equalTo("Ada ROPE"))
                .body("tells[0].contribution.number", equalTo(3))
                .body("tells[0].kind", equalTo("SCHEDULED"));
        assertThat(conference.version()).isEqualTo(3);
        // When it is done
        var real = change(place(3, "red", "2027-03-02T10:00"));
        // Then
        assertThat(real.extract().<Object>path("tells")).isEqualTo(dry.extract().path("tells"));
        assertThat(real.extract().<Object>path("changes"))
                .isEqualTo(dry.extract().path("changes"));
    }

    @Test
    void aRoomIsToBeLargeEnoughForTheAudienceAndToHaveWhatATalkNeeds() {
        // Given
        conference
                .organiser()
                .body(Map.of("slug", "green", "name", "Green room", "capacity", 100, "features", List.of("Organ")))
                .post(conference.path("/rooms"))
                .then()
                .statusCode(201);
        conference.accept(7, "Pipes", Map.of("expectedAudience", 100, "features", List.of("organ")));
        conference.accept(8, "Drums", Map.of("expectedAudience", 101, "features", List.of("organ", "stage")));
        // When
        var fits = change(place(7, "green", "2027-03-02T10:00"));
        var doesNot = change(place(8, "green", "2027-03-02T11:00"));
        // Then
        fits.statusCode(201).body("warnings.findAll { it.code != 'no-presenter' }", empty());
        doesNot.statusCode(201)
                .body(
                        "warnings.findAll { it.code != 'no-presenter' }.code",
                        contains("feature-missing", "over-capacity"))
                .body(
                        "warnings.findAll { it.code != 'no-presenter' }[0].detail",
                        containsString("does not have: stage"))
                .body("warnings.findAll { it.code != 'no-presenter' }[1].detail", containsString("101 people"));
        conference.tell(8, Map.of("expectedAudience", 100, "features", List.of()));
        Awaitility.await()
                .untilAsserted(
                        () -> conference.working().body("warnings.findAll { it.code != 'no-presenter' }", empty()));
    }

    @Test
    void aZoneOfHalfHoursIsReadAndWrittenInItsOwnTime() {
        conference = TestConference.in("Asia/Kolkata", "2027-03-02");
        conference.addRoom("red", "Red room");

        change(place(3, "red", "2027-03-02T00:15")).statusCode(201);
        change(place(4, "red", "2027-03-01T19:30:00Z")).statusCode(201);

        conference.working().body("slots.startsAt", contains("2027-03-02T00:15:00+05:30", "2027-03-02T01:00:00+05:30"));
        change(Map.of("op", "shift", "from", "2027-03-02T00:00", "minutes", -30))
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:outside-days"));
    }

    @Test
    void presentersAreToldOfAMoveAndOfACancellationUnlessItIsAQuietOne() {
        // Given
        presentedBy(3, "Ada ROPE");
        conference.publish();
        change(place(3, "red", "2027-03-02T10:00"));
        // When
        var quiet = conference
                .organiser()
                .body(Map.of("announce", false, "operations", List.of(place(3, "red", "2027-03-02T11:00"))))
                .post(conference.path("/changes"))
                .then();
        var moved = change(place(3, "blue", "2027-03-02T11:00"));
        var gone = change(Map.of("op", "unschedule", "contribution", 3));
        // Then
        quiet.statusCode(201).body("tells", empty());
        moved.body("tells.kind", contains("CHANGED"));
        gone.body("tells.kind", contains("CANCELLED")).body("changes[0].after", nullValue());
    }

    @Test
    void aChangeSaysWhatItIsToBeWarnedOfAndAStrictOneIsRefusedForIt() {
        // Given
        var ada = presentedBy(3, "Ada ROPE");
        conference.tell(4, Map.of("presenters", List.of(ada)));
        Awaitility.await()
                .untilAsserted(
                        () -> conference.working().body("unscheduled.find { it.number == 4 }.presenters", hasSize(1)));
        change(place(3, "red", "2027-03-02T10:00")).body("warnings", empty());
        var atOnce = place(4, "blue", "2027-03-02T10:00");
        // When
        var refused = conference
                .organiser()
                .body(Map.of("operations", List.of(atOnce)))
                .post(conference.path("/changes?strict=true"))
                .then();
        // Then
        refused.statusCode(409)
                .body("type", equalTo("urn:lectern:problem:warnings-refused"))
                .body("warnings.code", contains("presenter-double-booked"))
                .body("warnings[0].contributions", contains(3, 4))
                .body("warnings[0].rooms", contains("blue", "red"));
        change(atOnce).statusCode(201).body("warnings.code", contains("presenter-double-booked"));
        conference.working().body("warnings.code", contains("presenter-double-booked"));
        change(place(4, "blue", "2027-03-02T11:00")).body("warnings", empty());
    }

    @Test
    void aContributionThatIsJustOnItsWayIsWaitedFor() {
        // Given
        conference.accept(5, "Just in time");
        // When, then
        change(place(5, "red", "2027-03-02T10:00")).statusCode(201);
    }

    @Test
    void whatIsPinnedStaysUntilItIsUnpinned() {
        // Given
        change(place(3, "red", "2027-03-02T10:00"), Map.of("op", "pin", "contribution", 3))
                .statusCode(201);
        var move = place(3, "blue", "2027-03-02T10:00");
        // When
        var refused = List.of(
                change(move),
                change(Map.of("op", "unschedule", "contribution", 3)),
                change(Map.of("op", "resize", "contribution", 3, "durationMinutes", 20)),
                change(Map.of("op", "shift", "from", "2027-03-02T09:00", "minutes", 5)),
                conference.unschedule(3),
                conference.place(3, "blue", "2027-03-02T10:00"));
        // Then
        assertThat(refused)
                .allSatisfy(answer -> answer.statusCode(409).body("type", equalTo("urn:lectern:problem:pinned")));
        conference.working().body("slots[0].pinned", equalTo(true));
        change(place(3, "red", "2027-03-02T10:00")).statusCode(200);
        change(Map.of("op", "unpin", "contribution", 3), move).statusCode(201);
    }

    @Test
    void aTakenRoomProposesTheNearestFreePlaces() {
        // Given
        change(place(3, "red", "2027-03-02T10:00"));
        // When
        var refused = change(place(4, "red", "2027-03-02T10:30"));
        // Then
        refused.statusCode(409)
                .body("type", equalTo("urn:lectern:problem:room-taken"))
                .body("errors.pointer", contains("/operations/0"))
                .body("clashesWith.contribution.number", contains(3))
                .body("freePlaces", hasSize(3))
                .body("freePlaces.room.slug", contains("blue", "red", "red"))
                .body(
                        "freePlaces.startsAt",
                        contains(
                                "2027-03-02T10:30:00+01:00", "2027-03-02T10:45:00+01:00", "2027-03-02T09:30:00+01:00"));
    }

    @Test
    void someoneWhoHasNotSeenALaterChangeOfTheSameTalkOrRoomIsTold() {
        // Given
        change(place(3, "red", "2027-03-02T10:00"));
        change(place(3, "red", "2027-03-02T11:00"));
        // When
        var refused = since(3, place(3, "blue", "2027-03-02T10:00"));
        var sameRoom = since(3, place(4, "red", "2027-03-02T15:00"));
        var elsewhere = since(3, place(4, "blue", "2027-03-02T15:00"));
        // Then
        refused.statusCode(409)
                .body("type", equalTo("urn:lectern:problem:schedule-moved-on"))
                .body("version", equalTo(4))
                .body("changes.contribution.number", contains(3))
                .body("changes[0].before.startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("changes[0].after.startsAt", equalTo("2027-03-02T11:00:00+01:00"));
        sameRoom.statusCode(409);
        elsewhere.statusCode(201).body("version", equalTo(5));
    }

    @Test
    void theHistoryListsTheNewestChangeFirst() {
        // Given
        conference
                .organiser()
                .body(Map.of("comment", "First draft", "operations", List.of(place(3, "red", "2027-03-02T10:00"))))
                .post(conference.path("/changes"));
        conference.place(3, "red", "2027-03-02T11:00");
        // When
        var page = conference
                .organiser()
                .get(conference.path("/changes?pageSize=2"))
                .then();
        // Then
        page.statusCode(200)
                .body("items.version", contains(4, 3))
                .body("items[0].operations[0].op", equalTo("place"))
                .body("items[0].operations[0].containsKey('revertible')", equalTo(false))
                .body("items[1].comment", equalTo("First draft"))
                .body("items[1].author", equalTo("Ada L."))
                .body("items[1].talks", equalTo(1));
        conference
                .organiser()
                .get(conference.path("/changes?pageToken=" + page.extract().path("nextPageToken")))
                .then()
                .body("items.version", contains(2, 1))
                .body("nextPageToken", nullValue());
        conference
                .organiser()
                .get(conference.path("/changes/4"))
                .then()
                .body("version", equalTo(4))
                .body("changes[0].before.startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("changes[0].after.startsAt", equalTo("2027-03-02T11:00:00+01:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes/99", "/changes/0", "/changes/x", "/changes/99/revert"})
    void anUnknownVersionIsNotFound(String path) {
        var request = conference.organiser();
        var answer = path.endsWith("revert") ? request.post(conference.path(path)) : request.get(conference.path(path));
        answer.then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/diff", "/diff?from=99", "/diff?from=0&to=99", "/diff?from=-1", "/diff?from=x", "?version=99"})
    void aVersionThatIsNoneCannotBeLookedAt(String path) {
        conference.organiser().get(conference.path(path)).then().statusCode(400);
    }

    @Test
    void theDifferenceOfTwoVersionsLeavesOutWhatCameAndWent() {
        // Given
        change(place(3, "red", "2027-03-02T10:00"));
        change(place(4, "blue", "2027-03-02T10:00"));
        change(Map.of("op", "unschedule", "contribution", 4), place(3, "red", "2027-03-02T11:00"));
        // When
        var forward =
                conference.organiser().get(conference.path("/diff?from=2")).then();
        var backward =
                conference.organiser().get(conference.path("/diff?from=5&to=2")).then();
        // Then
        forward.body("to", equalTo(5))
                .body("changes.contribution.number", contains(3))
                .body("changes[0].before", nullValue())
                .body("changes[0].after.startsAt", equalTo("2027-03-02T11:00:00+01:00"));
        backward.body("changes[0].after", nullValue())
                .body("changes[0].before.startsAt", equalTo("2027-03-02T11:00:00+01:00"));
    }

    @Test
    void aChangeIsUndoneByANewOne() {
        // Given
        change(place(3, "red", "2027-03-02T10:00"), place(4, "blue", "2027-03-02T10:00"));
        change(Map.of("op", "swap", "contribution", 3, "with", 4));
        // When
        var answer = revert(4);
        // Then
        answer.statusCode(201)
                .header("Location", conference.path("/changes/5"))
                .body("version", equalTo(5))
                .body("changes[0].after.room.slug", equalTo("red"));
        conference.organiser().get(conference.path("/diff?from=3&to=5")).then().body("changes", empty());
    }

    @Test
    void anEarlierVersionIsShownAndRestored() {
        // Given
        change(place(3, "red", "2027-03-02T10:00"));
        change(place(4, "blue", "2027-03-02T10:00"), place(3, "blue", "2027-03-02T12:00"));
        conference.organiser().body(Map.of("name", "Ochre room")).patch(conference.path("/rooms/red"));
        // When
        var then = conference.organiser().get(conference.path("?version=3")).then();
        // Then
        then.statusCode(200)
                .body("version", equalTo(3))
                .body("slots.contribution.number", contains(3))
                .body("slots[0].room.name", equalTo("Red room"))
                .body("rooms.name", contains("Red room", "Blue room"))
                .body("unscheduled.number", contains(4));
        // When it is restored
        change(Map.of("op", "restore", "version", 3)).statusCode(201).body("version", equalTo(6));
        // Then
        conference
                .working()
                .body("slots.contribution.number", contains(3))
                .body("slots[0].room.name", equalTo("Red room"))
                .body("slots[0].startsAt", equalTo("2027-03-02T10:00:00+01:00"));
    }

    @Test
    void fiftyAtOnceMakeExactlyTheVersionsThatTheyAreTold() throws Exception {
        // Given
        IntStream.range(0, 10).forEach(i -> conference.accept(10 + i, "Talk " + i));
        Awaitility.await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(12)));
        var pool = Executors.newFixedThreadPool(50);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 150; i++) {
            var operation = place(10 + i % 10, i % 3 == 0 ? "red" : "blue", "2027-03-02T%02d:00".formatted(8 + i % 7));
            calls.add(() -> {
                var answer = change(operation);
                var status = answer.extract().statusCode();
                assertThat(status).isIn(200, 201, 409);
                return status == 201 ? answer.extract().<Integer>path("version") : null;
            });
        }
        // When
        var versions = new ArrayList<Integer>();
        for (var future : pool.invokeAll(calls)) {
            if (future.get() != null) {
                versions.add(future.get());
            }
        }
        pool.shutdown();
        // Then
        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(3, conference.version()).boxed().toList());
    }

    private ValidatableResponse change(Object... operations) {
        return conference
                .organiser()
                .body(Map.of("operations", List.of(operations)))
                .post(conference.path("/changes"))
                .then();
    }

    private ValidatableResponse since(int version, Object operation) {
        return conference
                .organiser()
                .body(Map.of("baseVersion", version, "operations", List.of(operation)))
                .post(conference.path("/changes"))
                .then();
    }

    private ValidatableResponse revert(int version) {
        return conference
                .organiser()
                .post(conference.path("/changes/" + version + "/revert"))
                .then();
    }

    private Map<String, Object> presentedBy(int number, String name) {
        var presenter = Map.<String, Object>of("id", UUID.randomUUID(), "name", name, "affiliation", "Univ. de Liège");
        conference.tell(number, Map.of("presenters", List.of(presenter)));
        Awaitility.await()
                .untilAsserted(() -> conference
                        .working()
                        .body("unscheduled.find { it.number == " + number + " }.presenters", hasSize(1)));
        return presenter;
    }

    private static Map<String, Object> place(int number, String room, String startsAt) {
        return new HashMap<>(Map.of("op", "place", "contribution", number, "room", room, "startsAt", startsAt));
    }
}
