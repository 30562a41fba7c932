package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A presenter follows the link in a mail, answers, and says when they can come and how they are written to. */
@ExtendWith(RunningStack.class)
class PresenterPageIT {

    private static final Pattern PAGE = Pattern.compile("/presenter/[A-Za-z0-9_-]{32}");
    private static final Pattern CONFIRMATION = Pattern.compile("/presenter/address/[A-Za-z0-9_-]+");

    private final String gateway = RunningStack.status().get("gateway").asText();
    private final Inbox inbox = new Inbox(RunningStack.status().get("inbox").asText());
    private final Organiser organiser;

    PresenterPageIT(Lectern lectern) {
        organiser = Organiser.withConference(lectern);
    }

    @Test
    void whatPresentersSayOnTheirPageReachesOrganisersTheScheduleAndTheirNextMails() {
        var old = organiser.address("bell");
        organiser.room("blue", "Auditorium");
        var bell = organiser.presenter("BELL");
        organiser.contribution("Bells", bell);
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.publish();
        var page = found(PAGE, inbox.await(old, 1).get(0).text());

        // An answer.
        var appearance =
                organiser.get("/catalog", "/contributions").extract().jsonPath().getString("items[0].id");
        say(page + "/answers", "appearance", appearance, "answer", "DECLINED", "words", "Not before two.");
        organiser
                .get("/notification", "/briefings?answer=DECLINED")
                .body("items.answer.words", contains("Not before two."));
        organiser.get("/notification", "/notices").body("items.state", contains("DECLINED"));

        // When they can come, of which the schedule warns.
        say(page + "/availability", "date", "2027-03-02", "ticked", "2027-03-02", "from", "14:00", "until", "");
        await().untilAsserted(
                        () -> organiser.get("/schedule", "").body("warnings.code", hasItem("presenter-unavailable")));

        // Their language and their address, which is confirmed from there.
        say(page + "/language", "language", "de");
        var fresh = "new-" + old;
        say(page + "/address", "address", fresh);
        assertThat(inbox.await(old, 2).get(1).bytes()).doesNotContain("/presenter/address/");
        var confirmation = found(CONFIRMATION, inbox.await(fresh, 1).get(0).text());
        given().get(gateway + confirmation).then().statusCode(200).body(containsString(fresh));
        given().post(gateway + confirmation).then().statusCode(200);
        organiser.place(1, "blue", "2027-03-02T14:30").statusCode(200);
        await().untilAsserted(() -> assertThat(inbox.to(fresh))
                .anyMatch(mail -> mail.bytes().contains("Content-Language: de")
                        && mail.text().contains("14:30")));
        organiser.get("/schedule", "").body("warnings", empty());

        // What the catalog says from now on counts again.
        organiser
                .patch("/catalog", "/presenters/" + bell, Map.of("email", fresh, "locale", "fr"))
                .statusCode(200);
        organiser.place(1, "blue", "2027-03-02T15:00").statusCode(200);
        await().untilAsserted(() -> assertThat(inbox.to(fresh))
                .anyMatch(mail -> mail.bytes().contains("Content-Language: fr")
                        && mail.text().contains("15:00")));
        RunningStack.invariants().quiet();
        assertThat(inbox.to(old)).hasSize(2);
    }

    private static String found(Pattern link, String text) {
        var found = link.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    private ValidatableResponse say(String path, String... form) {
        var request = given().redirects().follow(false);
        for (var i = 0; i < form.length; i += 2) {
            request.formParam(form[i], form[i + 1]);
        }
        return request.post(gateway + path).then().statusCode(303);
    }
}
