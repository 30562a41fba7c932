package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A programme that lives elsewhere and is imported again and again: what changed in the file is what presenters are
 * told.
 */
@ExtendWith(RunningStack.class)
class ImportIT {

    private static final String FILE = """
            <schedule><conference><title>Clocks</title></conference>
            <day date="2027-03-02">
            <room name="Nave"><event id="1" guid="a"><start>10:00</start><duration>00:30</duration><title>Bells</title>
            <persons><person id="7">Ann BELL</person></persons></event></room>
            <room name="Crypt"><event id="2" guid="b"><start>10:00</start><duration>00:30</duration><title>Clocks</title>
            <persons><person id="8">Bob CLOCK</person></persons></event></room>
            </day></schedule>""";

    private final Lectern lectern;
    private final Inbox inbox;
    private Organiser organiser;

    ImportIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @BeforeEach
    void aProgrammeIsImportedAndTold() {
        organiser = Organiser.withConference(lectern);
        imported("/catalog", "", FILE).body("created", equalTo(2));
        List<Map<String, Object>> presenters =
                organiser.get("/catalog", "/presenters").extract().path("items");
        presenters.forEach(presenter -> organiser
                .patch("/catalog", "/presenters/" + presenter.get("id"), Map.of("email", address(presenter)))
                .statusCode(200));
        imported("/schedule", "", FILE).body("slots.placed", equalTo(2)).body("rooms.created", equalTo(2));
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);
        inbox.await(organiser.address("clock"), 1);
    }

    @Test
    void theSameFileAgainIsNoChangeAndNoMail() {
        var version = organiser.get("/schedule", "").extract().<Integer>path("version");

        imported("/catalog", "", FILE).body("unchanged", equalTo(2)).body("updated", equalTo(0));
        imported("/schedule", "", FILE).body("version", equalTo(version)).body("slots.unchanged", equalTo(2));

        RunningStack.invariants().quiet().await();
        assertThat(inbox.await(organiser.address("bell"), 1)).hasSize(1);
    }

    @Test
    void whatChangedInTheFileIsToldOnceInItsWords() {
        // Given
        var changed = FILE.replace("Bells", "Great bells")
                .replace("\"b\"><start>10:00", "\"b\"><start>14:00")
                .replace("Crypt", "Vault");
        // When
        imported("/catalog", "&comment=As+in+the+book", changed)
                .body("updated", equalTo(1))
                .body("contributions[0].fields", contains("title"));
        imported("/schedule", "&comment=As+in+the+book", changed).body("slots.moved", equalTo(1));
        // Then
        assertThat(inbox.await(organiser.address("bell"), 2).get(1).text())
                .contains("Title: Bells → Great bells", "As in the book");
        assertThat(inbox.await(organiser.address("clock"), 2).get(1).text())
                .contains("Room: Crypt → Vault", "14:00", "As in the book");
        organiser.agenda().body("talks.title", contains("Great bells", "Clocks"));
    }

    @Test
    void whatAFileLacksIsWithdrawnWhereThatIsAskedForAndComesBackWithIt() {
        var without = FILE.replaceAll("(?s)<room name=\"Crypt\">.*?</room>", "");

        imported("/catalog", "&missing=withdraw", without).body("withdrawn", equalTo(1));
        assertThat(inbox.await(organiser.address("clock"), 2).get(1).method()).isEqualTo("CANCEL");

        imported("/catalog", "", FILE).body("contributions[1].fields", contains("state"));
        imported("/schedule", "", FILE).body("slots.placed", equalTo(1)).body("notUnderstood", empty());
        inbox.await(organiser.address("clock"), 3);
        organiser.agenda().body("talks.title", contains("Bells", "Clocks"));
    }

    @Test
    void aTalkThatIsGivenASecondTimeStaysWhereItIsAndItsPresenterHearsOfTheSecond() {
        // Given
        var bells = FILE.substring(FILE.indexOf("<event id=\"1\""), FILE.indexOf("</event>") + "</event>".length());
        var twice = FILE.replace(bells, bells.replace("10:00", "16:00") + bells);
        // When
        imported("/catalog", "&missing=withdraw", twice)
                .body("created", equalTo(1))
                .body("withdrawn", equalTo(0));
        imported("/schedule", "&missing=unschedule", twice)
                .body("slots.placed", equalTo(1))
                .body("slots.unscheduled", equalTo(0));
        // Then
        assertThat(inbox.await(organiser.address("bell"), 2))
                .extracting(Inbox.Mail::method)
                .containsExactly("REQUEST", "REQUEST");
        RunningStack.invariants().quiet().await();
        organiser.agenda().body("talks.title", contains("Bells", "Clocks", "Bells"));
    }

    @Test
    void nobodyIsMailedForSomebodyElseWithTheSameId() {
        var other = """
                <schedule><conference><title>Spires</title><acronym>spires</acronym></conference>
                <day date="2027-03-02"><room name="Loft">
                <event id="1" guid="z"><start>18:00</start><duration>00:30</duration><title>Ropes</title>
                <persons><person id="7">Xenia SUB</person></persons></event></room></day></schedule>""";

        imported("/catalog", "", other).body("created", equalTo(1)).body("presenters.created", equalTo(1));
        imported("/schedule", "", other).body("slots.placed", equalTo(1));

        RunningStack.invariants().quiet().await();
        assertThat(inbox.await(organiser.address("bell"), 1)).hasSize(1);
        organiser
                .agenda()
                .body(
                        "talks.presenters.name",
                        contains(List.of("Ann BELL"), List.of("Bob CLOCK"), List.of("Xenia SUB")));
    }

    private ValidatableResponse imported(String service, String query, String file) {
        return organiser
                .request()
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(organiser.url(service, "/imports?format=auto" + query))
                .then()
                .statusCode(200);
    }

    private String address(Map<String, Object> presenter) {
        var name = presenter.get("name").toString();
        return organiser.address(name.substring(name.indexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }
}
