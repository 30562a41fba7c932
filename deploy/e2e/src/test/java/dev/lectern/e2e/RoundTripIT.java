package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes out and comes in again changes nothing, and makes the same agenda elsewhere. */
@ExtendWith(RunningStack.class)
class RoundTripIT {

    private static final List<String> FILES = List.of("/schedule.xml", "/schedule.json", ".ics");

    private final Lectern lectern;
    private final Inbox inbox;

    RoundTripIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @Test
    void allFormatsComeBack() {
        // Given
        var home = programme();
        var files = FILES.stream().map(file -> exported(home, file)).toList();
        var before = state(home);
        // When
        for (var file : files) {
            imported(home, "/catalog", file)
                    .body("unchanged", equalTo(3))
                    .body("created", equalTo(0))
                    .body("updated", equalTo(0))
                    .body("presenters.created", equalTo(0))
                    .body("presenters.updated", equalTo(0))
                    .body("kept", empty())
                    .body("doubts", empty())
                    .body("tells", empty());
            imported(home, "/schedule", file)
                    .body("slots.unchanged", equalTo(3))
                    .body("rooms.created", equalTo(0))
                    .body("kept", empty())
                    .body("tells", empty());
        }
        // Then
        RunningStack.invariants().quiet().await();
        assertThat(state(home)).isEqualTo(before);
        assertThat(inbox.await(home.address("bell"), 1)).hasSize(1);
        for (var i = 0; i < FILES.size(); i++) {
            assertThat(exported(home, FILES.get(i))).isEqualTo(files.get(i));
            assertThat(withoutIds(away(files.get(i)), FILES.get(i))).isEqualTo(withoutIds(home, FILES.get(i)));
        }
    }

    /** Two who are called the same, posters side by side, and a night. */
    private Organiser programme() {
        var home = Organiser.withConference(lectern);
        home.patch("/catalog", "", Map.of("title", "Odd <&\"> 🎉"));
        var bell = home.presenter("BELL");
        var other = (String) home.post("/catalog", "/presenters", Map.of("familyName", "BELL"))
                .extract()
                .path("id");
        home.contribution("Bells <&\"> 🔔", bell, other);
        home.contribution("שעונים", other);
        home.contribution("Nobody's");
        home.patch(
                "/catalog",
                "/contributions/1",
                Map.of(
                        "type",
                        "Talk",
                        "track",
                        "Time, & more",
                        "language",
                        "pt-BR",
                        "links",
                        List.of(Map.of("url", "https://bells.example/?a=1&b=2"))));
        // Rooms of a file come in the order of their talks.
        home.room("hall", "Hall");
        home.post("/schedule", "/rooms", Map.of("slug", "foyer", "name", "Foyer; left", "exclusive", false));
        home.place(1, "hall", "2027-03-02T23:45").statusCode(200);
        home.place(2, "foyer", "2027-03-03T01:00").statusCode(200);
        home.place(3, "foyer", "2027-03-03T01:00").statusCode(200);
        home.publish();
        inbox.await(home.address("bell"), 1);
        home.agenda().statusCode(200);
        return home;
    }

    private Organiser away(String file) {
        var away = Organiser.withConference(lectern);
        imported(away, "/catalog", file).body("created", equalTo(3));
        imported(away, "/schedule", file).body("slots.placed", equalTo(3)).body("rooms.created", equalTo(2));
        away.publish();
        away.agenda().statusCode(200);
        return away;
    }

    private static String exported(Organiser organiser, String file) {
        return given().get("/agenda/" + organiser.slug() + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Without what tells conferences, editions and people apart. */
    private static List<String> withoutIds(Organiser organiser, String file) {
        var text = exported(organiser, file)
                .replace("\r\n ", "")
                .replace(organiser.slug(), "slug")
                .replace(organiser.slug().replace('-', '_'), "slug")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("(?m)^(DTSTAMP|LAST-MODIFIED|SEQUENCE):.*$", "")
                .replaceAll("<version>[0-9]+</version>|\"version\":\"[0-9]+\"", "")
                .replaceAll("<person id=\"[0-9]+\"|\"id\":[0-9]{4,}", "");
        return List.of(text.split("\n"));
    }

    /** All that is known of contributions, presenters and the schedule, with their revisions. */
    private static List<String> state(Organiser organiser) {
        return List.of(
                organiser.get("/catalog", "").extract().asString(),
                organiser.get("/catalog", "/contributions").extract().asString(),
                organiser.get("/catalog", "/presenters").extract().asString(),
                organiser.get("/schedule", "").extract().asString(),
                organiser.agenda().extract().asString());
    }

    private static ValidatableResponse imported(Organiser organiser, String service, String file) {
        return organiser
                .request()
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(organiser.url(service, "/imports?format=auto"))
                .then()
                .statusCode(200);
    }
}
