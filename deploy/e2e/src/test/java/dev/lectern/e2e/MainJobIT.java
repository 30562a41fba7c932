package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a report of contributions to a presenter's inbox. */
@ExtendWith(RunningStack.class)
class MainJobIT {

    private static final Path SEED = Path.of("../../../shared/seed/report-of-contributions.txt");
    private static final String REPORT = """
            **Clocks and
            Bells**

            Report of Contributions

            Contribution ID: 2

            Type: **not specified**

            Why bells are late

            Ropes are to *blame*.

            A second <b>paragraph</b>.

            Presenter: BELL, Ada (Liège)

            Contribution ID: 3

            Type: **Talk**

            Escapements

            Presenter: Prof. CLOCK, Bo (MIT; CSIC)
            """;

    private final Lectern lectern;
    private final Inbox inbox;

    MainJobIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @Test
    void aReportBecomesAnAgendaAndMails() {
        var organiser = Organiser.withConference(lectern);
        importReport(organiser, REPORT.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .body("created", equalTo(2))
                .body("conferenceTitle", equalTo("Clocks and Bells"));
        giveAddresses(organiser);
        organiser.room("blue", "Blue room");
        organiser.room("red", "Red room");
        organiser.place(2, "blue", "2027-03-02T10:00").statusCode(200).body("version", equalTo(3));
        organiser
                .place(3, "red", "2027-03-02T23:45")
                .statusCode(200)
                .body("endsAt", equalTo("2027-03-03T00:15:00+01:00"));
        organiser.agenda().statusCode(404);
        assertThat(inbox.to(organiser.address("bell"))).isEmpty();

        organiser
                .put("/schedule", "/publication", Map.of("comment", "Here we go"))
                .statusCode(200)
                .body("published", equalTo(true))
                .body("talks", equalTo(2));

        organiser
                .agenda()
                .statusCode(200)
                .body("conference.title", equalTo("Clocks and Bells"))
                .body("talks.number", contains(2, 3))
                .body("talks[0].startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("talks[0].timeZone", equalTo("Europe/Paris"));
        var mails = inbox.await(organiser.address("bell"), 1);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).text())
                .contains(
                        "Why bells are late",
                        "Blue room",
                        "Tue 2 March 2027, 10:00–10:30 (Europe/Paris)",
                        "Here we go");
        assertThat(mails.get(0).method()).isEqualTo("REQUEST");
        assertThat(inbox.await(organiser.address("clock"), 1)).hasSize(1);
    }

    @Test
    void theAgendaIsPublicInEveryFormAndFollowsEachEdit() {
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("<script>alert(1)</script>", organiser.presenter("BELL"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.publish();
        // An edit before the first mail is on its way would overtake it.
        inbox.await(organiser.address("bell"), 1);

        assertThat(published()).contains(organiser.slug());
        var etag = organiser.agenda().extract().header("ETag");
        given().header("If-None-Match", etag)
                .get("/agenda/" + organiser.slug())
                .then()
                .statusCode(304);
        given().accept("text/html")
                .get("/agenda/" + organiser.slug())
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("Blue room"))
                .body(org.hamcrest.Matchers.not(containsString("<script>alert")));
        given().get("/agenda/" + organiser.slug() + ".ics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .body(containsString("DTSTART:20270302T090000Z"));

        int version = organiser
                .place(1, "blue", "2027-03-02T11:00")
                .statusCode(200)
                .extract()
                .path("version");

        given().header("If-None-Match", etag)
                .queryParam("minVersion", version)
                .get("/agenda/" + organiser.slug())
                .then()
                .statusCode(200)
                .body("talks[0].startsAt", equalTo("2027-03-02T11:00:00+01:00"));
        inbox.await(organiser.address("bell"), 2);
    }

    /** The slugs of all pages: the stack is shared with tests that publish hundreds of conferences. */
    private static List<String> published() {
        var slugs = new ArrayList<String>();
        for (var token = ""; token != null; ) {
            var page = given().queryParam("pageToken", token)
                    .get("/agenda")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            slugs.addAll(page.getList("items.slug", String.class));
            token = page.getString("nextPageToken");
        }
        return slugs;
    }

    @Test
    void theRealReportIsImportedToTheCharacter() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(SEED));
        var organiser = Organiser.withConference(lectern);
        var file = Files.readAllBytes(SEED);

        importReport(organiser, file).body("created", equalTo(9)).body("presenters.created", equalTo(9));
        importReport(organiser, file).body("unchanged", equalTo(9)).body("presenters.unchanged", equalTo(9));

        organiser
                .get("/catalog", "")
                .body("title", equalTo("At the interface of physics, mathematics and artificial intelligence"));
        organiser
                .get("/catalog", "/contributions")
                .body("items.number", contains(2, 3, 4, 5, 6, 7, 8, 9, 10))
                .body("items.type", org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.nullValue()));
        organiser.get("/catalog", "/contributions/10").body("abstract", containsString("*Optimal Scaling Thesis*"));
        organiser
                .get("/catalog", "/contributions/6")
                .body(
                        "abstract",
                        containsString("“Gen S” for short: the new generation of sampling algorithms.\n\nIn my talk"));
        organiser.get("/catalog", "/presenters?q=SEOANE").body("items[0].honorific", equalTo("Prof."));
        organiser.get("/catalog", "/presenters?q=FIRAT").body("items[0].affiliation", equalTo("MIT; IAIFI"));
        organiser.get("/catalog", "/presenters?q=BEN%20AROUS").body("items[0].name", equalTo("Gérard BEN AROUS"));
    }

    private static io.restassured.response.ValidatableResponse importReport(Organiser organiser, byte[] report) {
        return organiser
                .request()
                .contentType("text/plain")
                .body(report)
                .post(organiser.url("/catalog", "/imports?format=indico-report"))
                .then()
                .statusCode(200);
    }

    private static void giveAddresses(Organiser organiser) {
        List<Map<String, Object>> presenters =
                organiser.get("/catalog", "/presenters?email=missing").extract().path("items");
        for (var presenter : presenters) {
            var address =
                    organiser.address(presenter.get("familyName").toString().toLowerCase(java.util.Locale.ROOT));
            organiser
                    .patch("/catalog", "/presenters/" + presenter.get("id"), Map.of("email", address))
                    .statusCode(200);
        }
    }
}
