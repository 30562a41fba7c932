package dev.lectern.schedule.slot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.common.mapper.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class SlotResourceTest {

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void aContributionIsPlaced() {
        // When
        var answer = conference.place(3, "red", "2027-03-02T10:00");
        // Then
        answer.statusCode(200)
                .header("ETag", "\"3\"")
                .body("contribution.number", equalTo(3))
                .body("contribution.title", equalTo("Why bells are late"))
                .body("status", equalTo("SCHEDULED"))
                .body("room.slug", equalTo("red"))
                .body("room.name", equalTo("Red room"))
                .body("startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("endsAt", equalTo("2027-03-02T10:45:00+01:00"))
                .body("durationMinutes", equalTo(45))
                .body("timeZone", equalTo("Europe/Paris"))
                .body("version", equalTo(3));
    }

    @Test
    void aDryRunSaysWhoIsToldAndPlacesNothing() {
        // Given
        conference.presents(3, "Ada");
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        var version = conference.version();
        // When
        var answer = conference
                .organiser()
                .body(Map.of("room", "blue", "startsAt", "2027-03-02T11:00"))
                .put(conference.path("/slots/3?dryRun=true"))
                .then();
        // Then
        answer.statusCode(200)
                .body("room.slug", equalTo("blue"))
                .body("dryRun", equalTo(true))
                .body("tells.presenter.name", contains("Ada"))
                .body("tells.kind", contains("CHANGED"));
        conference.working().body("version", equalTo(version)).body("slots[0].room.slug", equalTo("red"));
    }

    @Test
    void aTalkWithoutPresentersIsWarnedOf() {
        conference
                .place(3, "red", "2027-03-02T10:00")
                .body("dryRun", equalTo(false))
                .body("tells", hasSize(0))
                .body("warnings.code", contains("no-presenter"));
    }

    @Test
    void aDryRunOfTakingAPlaceAwaySaysWhoIsTold() {
        // Given
        conference.presents(3, "Ada");
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        var answer = conference
                .organiser()
                .delete(conference.path("/slots/3?dryRun=true"))
                .then();
        // Then
        answer.statusCode(200).body("tells.kind", contains("CANCELLED"));
        conference.working().body("slots.contribution.number", contains(3));
    }

    @Test
    void anUnscheduledContributionHasNoPlace() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        var answer = conference.unschedule(3);
        // Then
        answer.statusCode(200)
                .body("status", equalTo("UNSCHEDULED"))
                .body("room", nullValue())
                .body("startsAt", nullValue())
                .body("endsAt", nullValue())
                .body("durationMinutes", nullValue())
                .body("timeZone", equalTo("Europe/Paris"))
                .body("version", equalTo(4));
    }

    @Test
    void whatIsNotPlacedCannotBeUnscheduled() {
        conference.unschedule(3).statusCode(404).body("type", equalTo("urn:lectern:problem:not-found"));
    }

    @Test
    void aContributionOfWhichNoNewsComesIsNotFound() {
        conference.place(99, "red", "2027-03-02T10:00").statusCode(404);
    }

    @Test
    void aContributionThatIsJustOnItsWayIsWaitedFor() {
        // Given
        conference.accept(5, "Just in time");
        // When
        var answer = conference.place(5, "red", "2027-03-02T10:00");
        // Then
        answer.statusCode(200);
    }

    @Test
    void whatIsPlacedWhereItIsAlreadyMakesNoVersion() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        var again = conference.place(3, "red", "2027-03-02T09:00:00Z");
        // Then
        again.statusCode(200).body("version", equalTo(3));
    }

    @Test
    void anAnswerCanBeSentBack() {
        // Given
        var answer = conference.place(3, "red", "2027-03-02T10:00").extract().as(new TypeRef<Map<String, Object>>() {});
        // When
        var again = conference.place(3, answer);
        // Then
        again.statusCode(200).body("version", equalTo(3));
    }

    @Test
    void aTakenRoomRefusesAndNamesTheTalkThatIsThere() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        var refused = conference.place(4, "red", "2027-03-02T10:30");
        // Then
        refused.statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lectern:problem:room-taken"))
                .body("clashesWith", hasSize(1))
                .body("clashesWith[0].contribution.number", equalTo(3))
                .body("clashesWith[0].contribution.title", equalTo("Why bells are late"))
                .body("clashesWith[0].room.name", equalTo("Red room"))
                .body("clashesWith[0].startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("clashesWith[0].endsAt", equalTo("2027-03-02T10:45:00+01:00"))
                .body("clashesWith[0].timeZone", equalTo("Europe/Paris"));
        assertThat(conference.version()).isEqualTo(3);
    }

    @Test
    void oneOfTwoThatRaceForARoomGetsIt() throws Exception {
        for (var round = 0; round < 5; round++) {
            var day = "2027-03-0" + (2 + round % 2) + "T1" + round + ":00";
            // When
            var statuses = together(List.<Callable<Integer>>of(
                    () -> conference.place(3, "red", day).extract().statusCode(),
                    () -> conference.place(4, "red", day).extract().statusCode()));
            // Then
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void concurrentEditsMakeOneVersionEach() throws Exception {
        // Given
        var numbers = IntStream.rangeClosed(10, 17).boxed().toList();
        numbers.forEach(number -> conference.accept(number, "Talk " + number));
        // When
        var versions = together(numbers.stream()
                .<Callable<Integer>>map(number -> () -> conference
                        .place(number, "red", "2027-03-02T%d:00".formatted(number))
                        .statusCode(200)
                        .extract()
                        .path("version"))
                .toList());
        // Then
        assertThat(versions).containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void aWithdrawnContributionIsNotPlaced() {
        // Given
        conference.tell(4, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        conference.accept(5, "Told after it");
        // When
        var refused = org.awaitility.Awaitility.await()
                .until(
                        () -> conference.place(4, "red", "2027-03-02T10:00"),
                        answer -> answer.extract().statusCode() == 409);
        // Then
        refused.body("type", equalTo("urn:lectern:problem:contribution-withdrawn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-01T23:59", "2027-03-04T00:00", "2027-03-01T23:00:00+01:00"})
    void aStartOutsideTheDaysIsRefused(String start) {
        conference.place(3, "red", start).statusCode(409).body("type", equalTo("urn:lectern:problem:outside-days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-02T00:00", "2027-03-03T23:59", "2027-03-01T23:00:00Z"})
    void aStartJustInsideThemIsNot(String start) {
        conference.place(3, "red", start).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T02:30, 02:30 does not exist on 28 March 2027 in Europe/Paris",
        "2027-10-31T02:30, 02:30 exists twice on 31 October 2027 in Europe/Paris"
    })
    void aTimeThatTheClocksSkipOrShowTwiceIsRefused(String start, String detail) {
        // Given
        var dst = TestConference.in("Europe/Paris", "2027-03-28", "2027-10-31");
        dst.addRoom("red", "Red room");
        // When
        var refused = dst.place(3, "red", start);
        // Then
        refused.statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-request"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/startsAt"))
                .body("errors[0].detail", equalTo(detail));
    }

    @Test
    void whatIsWrongWithARequestIsSaidAllAtOnce() {
        // When
        var refused = conference.place(3, Map.of("durationMinutes", 0));
        // Then
        refused.statusCode(400).body("errors.pointer", contains("/durationMinutes", "/room", "/startsAt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'room':'red','startsAt':'2027-03-02T10:00','durationMinutes':1441} | /durationMinutes",
                "{'room':'red','startsAt':'2027-03-02T10:00','durationMinutes':'30'} | /durationMinutes",
                "{'room':'nowhere','startsAt':'2027-03-02T10:00'} | /room",
                "{'room':3,'startsAt':'2027-03-02T10:00'} | /room",
                "{'room':{'slug':'nowhere'},'startsAt':'2027-03-02T10:00'} | /room",
                "{'room':{},'startsAt':'2027-03-02T10:00'} | /room/slug",
                "{'room':'re\\u0000d','startsAt':'2027-03-02T10:00'} | /room",
                "{'room':'Red room','startsAt':'2027-03-02T10:00'} | /room",
                "{'room':'red','startsAt':'2027-03-02T10:00','dryRun':true} | /dryRun",
                "{'room':'red','startsAt':'2027-03-02T10:00:30'} | /startsAt",
                "{'room':'red','startsAt':'tomorrow'} | /startsAt",
                "{'room':'red','startsAt':'2027-03-02T10:00','comment':'a\\u0000b'} | /comment",
                "{'room':'red','startsAt':'2027-03-02T10:00','announce':'no'} | /announce"
            })
    void aBadRequestSaysWhere(String body, String pointer) {
        // When
        var refused = conference
                .organiser()
                .body(body.replace('\'', '"'))
                .put(conference.path("/slots/3"))
                .then();
        // Then
        refused.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lectern:problem:invalid-request"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aBodyIsNeeded() {
        conference.organiser().put(conference.path("/slots/3")).then().statusCode(400);
    }

    @Test
    void anUnknownParameterIsRefused() {
        conference
                .organiser()
                .delete(conference.path("/slots/3?dryrun=true"))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dryrun"));
    }

    @Test
    void aStaleConditionIsRefusedWithTheStateOfNow() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        // When
        var refused = conference
                .organiser()
                .header("If-Match", "\"2\"")
                .delete(conference.path("/slots/3"))
                .then();
        // Then
        refused.statusCode(412)
                .body("type", equalTo("urn:lectern:problem:stale"))
                .body("current.room.slug", equalTo("red"))
                .body("current.version", equalTo(3));
    }

    @Test
    void withoutATokenNothingIsDone() {
        given().delete(conference.path("/slots/3")).then().statusCode(401);
    }

    @Test
    void whoIsNoOrganiserOfTheConferenceDoesNotFindIt() {
        for (var token : List.of(
                TestTokens.organiser("eve@conf.example"),
                TestTokens.organiserWithUnverifiedEmail("ada@conf.example"),
                TestTokens.stranger("ada@conf.example"))) {
            given().auth()
                    .oauth2(token)
                    .get(conference.path(""))
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:lectern:problem:not-found"));
        }
    }

    @Test
    void anAdminMayTouchEveryConference() {
        given().auth()
                .oauth2(TestTokens.admin())
                .get(conference.path(""))
                .then()
                .statusCode(200);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        var barrier = new CyclicBarrier(work.size());
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var results = threads.invokeAll(work.stream()
                    .<Callable<T>>map(one -> () -> {
                        barrier.await();
                        return one.call();
                    })
                    .toList());
            var all = new ArrayList<T>();
            for (var result : results) {
                all.add(result.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}
