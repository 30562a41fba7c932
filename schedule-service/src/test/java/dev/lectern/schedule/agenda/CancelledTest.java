package dev.lectern.schedule.agenda;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendars hear of what was on the agenda and is there no more. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class CancelledTest {

    private static final Pattern SEQUENCE = Pattern.compile("SEQUENCE:([0-9]+)");

    private final EntityManager entities;
    private TestConference conference;
    private UUID eloise;

    CancelledTest(EntityManager entities) {
        this.entities = entities;
    }

    /** Talks 3 and 4 are public, one after the other in the red room. */
    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
        eloise = conference.presents(3, "Éloïse DUPONT");
        conference.presents(4, "Bob CLOCK");
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
        conference.place(4, "red", "2027-03-02T11:00").statusCode(200);
        conference.publish().statusCode(200);
    }

    /** As soon as it is of the schedule's version. */
    private String calendar(String path) {
        return given().accept("text/calendar")
                .queryParam("minVersion", conference.version())
                .get("/agenda/" + conference.slug + path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("\r\n ", "");
    }

    /** The entry with this UID; empty where there is none. */
    private static String entry(String calendar, Object id) {
        return Arrays.stream(calendar.split("BEGIN:VEVENT"))
                .skip(1)
                .filter(entry -> entry.contains("UID:" + id + "@lectern"))
                .findFirst()
                .orElse("");
    }

    private static int sequence(String entry) {
        var found = SEQUENCE.matcher(entry);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private UUID talk() {
        return conference.idOf(3);
    }

    private String change(Map<String, Object> operation) {
        return conference
                .organiser()
                .body(Map.of("operations", List.of(operation)))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    private static void requireCancelled(String entry, String summary, int above) {
        assertThat(entry)
                .contains("STATUS:CANCELLED", "SUMMARY:" + summary + "\r\n", "DTSTART:20270302T090000Z")
                .doesNotContain("DESCRIPTION", "LOCATION", "URL:");
        assertThat(sequence(entry)).isGreaterThan(above);
    }

    @Test
    void whatIsMovedIsNotCancelled() {
        conference.place(3, "blue", "2027-03-03T10:00").statusCode(200);

        assertThat(calendar(".ics")).doesNotContain("CANCELLED");
    }

    @Test
    void whatIsUnscheduledIsCancelledWhereItWas() {
        var before = sequence(entry(calendar(".ics"), talk()));

        conference.unschedule(3).statusCode(200);

        for (var path : List.of(
                ".ics", "/days/2027-03-02.ics", "/rooms/red.ics", "/talks/3.ics", ".ics?talks=3,4", "/calendar.xml")) {
            if (path.startsWith("/calendar")) {
                assertThat(given().get("/agenda/" + conference.slug + path).asString())
                        .contains("<text>CANCELLED</text>");
            } else {
                requireCancelled(entry(calendar(path), talk()), "Why bells are late", before);
            }
        }
        assertThat(calendar("/rooms/blue.ics") + calendar("/days/2027-03-03.ics"))
                .doesNotContain("CANCELLED");
        assertThat(calendar(".ics")).isEqualTo(calendar(".ics"));
        conference.agenda().body("talks", hasSize(1));
        given().accept("application/json")
                .get("/agenda/" + conference.slug + "/talks/3")
                .then()
                .statusCode(404);
    }

    @Test
    void itsPresenterIsToldInTheirCalendar() {
        conference.tell(
                4, Map.of("presenters", List.of(Map.of("id", eloise, "name", "Éloïse DUPONT", "affiliation", "x"))));
        await().untilAsserted(() -> assertThat(calendar("/talks/4.ics")).contains("DUPONT"));

        conference.unschedule(3).statusCode(200);

        requireCancelled(entry(calendar("/presenters/" + eloise + ".ics"), talk()), "Why bells are late", 0);
    }

    @Test
    void whatIsPlacedAgainIsThere() {
        conference.unschedule(3).statusCode(200);
        var cancelled = sequence(entry(calendar(".ics"), talk()));

        conference.place(3, "blue", "2027-03-03T10:00").statusCode(200);

        assertThat(calendar(".ics")).doesNotContain("CANCELLED");
        assertThat(sequence(entry(calendar(".ics"), talk()))).isGreaterThan(cancelled);
    }

    @Test
    void ofWhatIsWithdrawnNothingIsSaid() {
        conference.tell(3, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        await().untilAsserted(() -> conference.agenda().body("talks", hasSize(1)));

        requireCancelled(entry(calendar(".ics"), talk()), "Cancelled", 0);
        requireCancelled(entry(calendar("/talks/3.ics"), talk()), "Cancelled", 0);
        assertThat(calendar(".ics") + calendar("/talks/3.ics")).doesNotContain("bells", "DUPONT");
    }

    @Test
    void ofWhatIsWithdrawnOrDeletedLaterNothingIsSaidFromThenOn() {
        conference.unschedule(3).statusCode(200);
        conference.unschedule(4).statusCode(200);
        assertThat(calendar(".ics")).contains("Why bells are late", "Clocks");

        conference.tell(3, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        conference.tell(
                4,
                Map.of(
                        "deleted",
                        true,
                        "title",
                        "",
                        "presenters",
                        List.of(),
                        "announced",
                        TestConference.announcedAt(99, "Ada", "Gone")));

        await().untilAsserted(() -> assertThat(calendar(".ics"))
                .contains(talk() + "@lectern", conference.idOf(4) + "@lectern")
                .doesNotContain("bells", "SUMMARY:Clocks", "SUMMARY:\r\n"));
    }

    @Test
    void sessionsAndBreaksAreCancelledToo() {
        change(Map.of(
                "op",
                "session",
                "title",
                "Time",
                "room",
                "blue",
                "startsAt",
                "2027-03-02T10:00",
                "durationMinutes",
                60));
        change(Map.of("op", "break", "title", "Coffee", "startsAt", "2027-03-02T10:00", "durationMinutes", 60));
        conference.agenda().statusCode(200);
        String session = conference.agenda().extract().path("sessions[0].id");
        String pause = conference.agenda().extract().path("breaks[0].id");
        var before = sequence(entry(calendar(".ics"), pause));

        change(Map.of("op", "removeSession", "id", session));
        change(Map.of("op", "removeBreak", "id", pause));

        requireCancelled(entry(calendar(".ics"), session), "Time", 0);
        requireCancelled(entry(calendar("/sessions/" + session + ".ics"), session), "Time", 0);
        requireCancelled(entry(calendar("/rooms/blue.ics"), pause), "Coffee", before);
        var cancelled = sequence(entry(calendar(".ics"), pause));

        conference
                .organiser()
                .body(Map.of())
                .post(conference.path("/changes/" + conference.version() + "/revert"))
                .then()
                .statusCode(201);

        var back = entry(calendar(".ics"), pause);
        assertThat(back).doesNotContain("CANCELLED");
        assertThat(sequence(back)).isGreaterThan(cancelled);
    }

    @Test
    void whatLeftWhileNobodySawItIsCancelledWhereItWasPublicLast() {
        conference.unpublish().statusCode(200);
        given().get("/agenda/" + conference.slug + ".ics").then().statusCode(404);
        conference.place(3, "blue", "2027-03-03T10:00").statusCode(200);
        conference.unschedule(3).statusCode(200);

        conference.publish().statusCode(200);

        requireCancelled(entry(calendar(".ics"), talk()), "Why bells are late", 1);
        assertThat(entry(calendar(".ics"), conference.idOf(4))).doesNotContain("CANCELLED");
    }

    @Test
    void whatWasNeverPublicIsNotCancelled() {
        conference.accept(5, "Ropes");
        await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(1)));
        conference.unpublish().statusCode(200);
        conference.place(5, "blue", "2027-03-03T10:00").statusCode(200);
        conference.unschedule(5).statusCode(200);

        conference.publish().statusCode(200);

        assertThat(calendar(".ics")).doesNotContain("CANCELLED");
    }

    @Test
    void afterThirtyDaysItIsForgotten() {
        conference.unschedule(3).statusCode(200);
        assertThat(calendar(".ics")).contains("CANCELLED");

        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update last_place set left_at = left_at - interval '31 days' where conference_id = ?1")
                        .setParameter(1, conference.id)
                        .executeUpdate());
        conference.unschedule(4).statusCode(200);

        assertThat(entry(calendar(".ics"), talk())).isEmpty();
        assertThat(entry(calendar(".ics"), conference.idOf(4))).contains("CANCELLED");
        conference.agenda().body("talks", empty());
    }
}
