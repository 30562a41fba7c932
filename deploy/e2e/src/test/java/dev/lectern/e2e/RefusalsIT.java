package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is refused with a reason, and leaves nothing behind. */
@ExtendWith(RunningStack.class)
class RefusalsIT {

    private final Lectern lectern;
    private Organiser organiser;

    RefusalsIT(Lectern lectern) {
        this.lectern = lectern;
    }

    @BeforeEach
    void twoTalksAndARoom() {
        organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells");
        organiser.contribution("Clocks");
        organiser.room("blue", "Blue room");
    }

    @Test
    void aRoomIsTakenOnce() {
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);

        problem(organiser.place(2, "blue", "2027-03-02T10:15"), 409, "room-taken")
                .body("clashesWith[0].contribution.number", equalTo(1));
        organiser.place(2, "blue", "2027-03-02T10:30").statusCode(200);
    }

    @Test
    void ofTwoWhoRaceForARoomOneWins() throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(2);
        for (var hour = 10; hour < 20; hour++) {
            var start = "2027-03-02T" + hour + ":00";
            Callable<Integer> first =
                    () -> organiser.place(1, "blue", start).extract().statusCode();
            Callable<Integer> second =
                    () -> organiser.place(2, "blue", start).extract().statusCode();
            var statuses = pool.invokeAll(List.of(first, second));
            assertThat(List.of(statuses.get(0).get(), statuses.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        pool.shutdown();
    }

    @Test
    void aRoomThatIsNotExclusiveTakesManyAtOnce() {
        organiser
                .post("/schedule", "/rooms", Map.of("name", "Poster hall", "exclusive", false))
                .statusCode(201)
                .body("slug", equalTo("poster-hall"));

        organiser.place(1, "poster-hall", "2027-03-02T10:00").statusCode(200);
        organiser.place(2, "poster-hall", "2027-03-02T10:00").statusCode(200);
    }

    @Test
    void aTalkStartsOnADayOfTheConference() {
        problem(organiser.place(1, "blue", "2027-03-04T10:00"), 409, "outside-days");
        organiser.place(1, "blue", "2027-03-03T23:50").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28T02:30,does not exist", "2027-10-31T02:30,twice", "tomorrow,", "2027-03-02,"})
    void anImpossibleTimeIsRefused(String startsAt, String reason) {
        var answer = problem(organiser.place(1, "blue", startsAt), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/startsAt"));
        if (reason != null) {
            answer.body("errors[0].detail", org.hamcrest.Matchers.containsString(reason));
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(organiser.place(99, "blue", "2027-03-02T10:00"), 404, "not-found");
        problem(organiser.place(1, "attic", "2027-03-02T10:00"), 400, "invalid-request")
                .body("errors.pointer", hasItem("/room"));
        problem(organiser.delete("/schedule", "/slots/1"), 404, "not-found");
        problem(organiser.get("/schedule", "/rooms/attic"), 404, "not-found");
        problem(given().get("/nowhere").then(), 404, "not-found");
    }

    @Test
    void aWithdrawnContributionIsNotPlaced() {
        organiser.put("/catalog", "/contributions/1/withdrawal", Map.of()).statusCode(200);

        await().untilAsserted(
                        () -> problem(organiser.place(1, "blue", "2027-03-02T10:00"), 409, "contribution-withdrawn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalog", "/schedule", "/notification"})
    void withoutATokenOrMembershipThereIsNothing(String service) {
        var path = organiser.url(service, service.equals("/notification") ? "/settings" : "");
        var other = lectern.token("eve@conf.example", "organiser");

        problem(given().get(path).then(), 401, "unauthenticated");
        problem(given().auth().oauth2("a.b.c").get(path).then(), 401, "unauthenticated");
        problem(given().auth().oauth2(other).get(path).then(), 404, "not-found");
        organiser.request().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"room":"blue","startsAt":"2027-03-02T10:00","force":true}          | /force
            {"room":"blue","startsAt":"2027-03-02T10:00","durationMinutes":"9"} | /durationMinutes
            {"room":"bl\\u0000ue","startsAt":"2027-03-02T10:00"}                | /room
            {"room":"blue"}                                                     | /startsAt""")
    void aFaultyBodyIsRefusedWithItsPlace(String body, String pointer) {
        problem(
                        organiser
                                .request()
                                .body(body)
                                .put(organiser.url("/schedule", "/slots/1"))
                                .then(),
                        400,
                        "invalid-request")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        problem(
                organiser.put("/schedule", "/slots/1", Map.of("room", "x".repeat(300_000), "startsAt", "")),
                413,
                "too-large");
        problem(
                organiser
                        .request()
                        .contentType("text/plain")
                        .body(new byte[11_000_000])
                        .post(organiser.url("/catalog", "/imports?format=indico-report"))
                        .then(),
                413,
                "too-large");
    }

    /** On every topic: what makes no sense is set aside, and what follows it is applied. */
    @Test
    void aPoisonRecordStopsNobody() {
        var topics = RunningStack.topics();
        Topics.ALL.forEach(topic -> topics.write(topic, UUID.randomUUID().toString(), new byte[] {0, 1, 2}));

        organiser.contribution("After the poison", organiser.presenter("CHIME"));
        organiser.place(3, "blue", "2027-03-02T12:00").statusCode(200);
        organiser.publish();

        assertThat(new Inbox(RunningStack.status().get("inbox").asText()).await(organiser.address("chime"), 1))
                .hasSize(1);
        assertThat(RunningStack.database("notification").count("select count(*) from parked_record"))
                .isGreaterThanOrEqualTo(4);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String kind) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lectern:problem:" + kind))
                .body("status", equalTo(status));
    }
}
