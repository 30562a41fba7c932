package dev.lectern.catalog.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schedule of another system, imported again and again while it changes there and here. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class FrabImportTest {

    private static final Path REAL = Path.of("../../shared/data/schedules");
    private static final String BELLS = """
            <event guid="g-1" id="7"><title>Bells</title><duration>00:30</duration><track>Towers</track>
              <persons><person id="12">Éloïse DUPONT</person></persons></event>""";
    private static final String CLOCKS = """
            <event guid="g-2" id="9"><title>Clocks</title><duration>01:00</duration>
              <persons><person id="12">Éloïse DUPONT</person><person id="13">John SMITH</person></persons></event>""";

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void aScheduleFillsAConference() {
        importXml("auto", BELLS, CLOCKS)
                .statusCode(200)
                .body("format", equalTo("frab-xml"))
                .body("conferenceTitle", equalTo("Clocks and Bells"))
                .body("created", equalTo(2))
                .body("contributions.number", contains(7, 9))
                .body("presenters.created", equalTo(2))
                .body("notUnderstood", empty());

        organiser
                .get("/contributions/9")
                .body("title", equalTo("Clocks"))
                .body("durationMinutes", equalTo(60))
                .body("presenters.name", contains("Éloïse DUPONT", "John SMITH"));
    }

    @Test
    void theSameAgainChangesNothing() {
        importXml("frab-xml", BELLS, CLOCKS);

        importXml("frab-xml", BELLS, CLOCKS)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(2))
                .body("kept", empty())
                .body("presenters.unchanged", equalTo(2));

        organiser.get("/contributions/7").body("revision", equalTo(1));
    }

    @Test
    void whatIsRenamedThereIsStillTheSame() {
        importXml("frab-xml", BELLS, CLOCKS);

        importXml(
                        "frab-xml",
                        BELLS.replace("Bells", "Peals").replace("id=\"7\"", "id=\"70\""),
                        CLOCKS.replace("John", "Jack"))
                .body("created", equalTo(0))
                .body("contributions[0].number", equalTo(7))
                .body("contributions[0].fields", contains("title"))
                .body("presenters.updated", equalTo(1));

        organiser.get("/contributions/7").body("title", equalTo("Peals"));
        organiser.get("/presenters").body("items.name", containsInAnyOrder("Éloïse DUPONT", "Jack SMITH"));
    }

    @Test
    void whatPeopleChangedStaysAndIsSaid() {
        importXml("frab-xml", BELLS);
        organiser
                .patch("/contributions/7", "{\"title\":\"By hand\",\"type\":\"Keynote\"}")
                .statusCode(200);

        importXml("frab-xml", BELLS.replace("00:30", "00:45"))
                .body("contributions[0].fields", contains("durationMinutes"))
                .body("kept.number", contains(7))
                .body("kept[0].fields", contains("title"));

        organiser.get("/contributions/7").body("title", equalTo("By hand")).body("type", equalTo("Keynote"));
    }

    @Test
    void whatIsMissingIsWithdrawnOnlyWhereThatIsAskedFor() {
        organiser.post("/contributions", "{\"title\":\"Our own\",\"number\":3}");
        importXml("frab-xml", BELLS, CLOCKS);

        importXml("frab-xml", BELLS).body("withdrawn", equalTo(0));
        organiser.get("/contributions/9").body("state", equalTo("ACCEPTED"));
        importXml("frab-xml&missing=withdraw", BELLS)
                .body("withdrawn", equalTo(1))
                .body("contributions.find { it.outcome == 'WITHDRAWN' }.number", equalTo(9));

        organiser.get("/contributions/9").body("state", equalTo("WITHDRAWN"));
        organiser.get("/contributions/3").body("state", equalTo("ACCEPTED"));
        importXml("frab-xml&missing=withdraw", BELLS).body("withdrawn", equalTo(0));
    }

    @Test
    void aNumberThatIsTakenIsNotTakenAgain() {
        organiser.post("/contributions", "{\"title\":\"Our own\",\"number\":7}");

        importXml("frab-xml", BELLS, CLOCKS).body("created", equalTo(2)).body("contributions.number", contains(8, 9));

        organiser.get("/contributions/7").body("title", equalTo("Our own"));
    }

    @Test
    void namesakesWithIdsOfTheirOwnStayTwo() {
        importXml(
                        "frab-xml",
                        BELLS,
                        BELLS.replace("g-1", "g-3").replace("\"7\"", "\"8\"").replace("\"12\"", "\"14\""))
                .body("presenters.created", equalTo(2));

        importXml("frab-xml", CLOCKS).body("presenters.created", equalTo(1)).body("presenters.unchanged", equalTo(1));
    }

    @Test
    void someoneOfThatNameWhomNoFileNamedIsTheOne() {
        var id = organiser.presenter("DUPONT", "Éloïse");

        importXml("frab-xml", BELLS).body("presenters.created", equalTo(0));

        organiser.get("/contributions/7").body("presenters.id", contains(id.toString()));
        importXml("frab-xml", BELLS.replace("Éloïse DUPONT", "E. Dupont"));
        organiser.get("/presenters/" + id).body("name", equalTo("Éloïse E. Dupont"));
    }

    @Test
    void aDeletedOneDoesNotComeBack() {
        importXml("frab-xml", BELLS, CLOCKS);
        organiser.delete("/contributions/7").statusCode(200);

        importXml("frab-xml&missing=withdraw", BELLS, CLOCKS)
                .body("created", equalTo(0))
                .body("notUnderstood.reason", contains("that contribution was deleted here"));
    }

    @ParameterizedTest
    @CsvSource({"pdf,format", "frab-xml&missing=drop,missing"})
    void whatIsNotOfferedIsSaid(String query, String parameter) {
        importXml(query, BELLS).statusCode(400).body("errors.parameter", contains(parameter));
    }

    @Test
    void aFileOfAnotherFormatThanSaidIsRefused() {
        importXml("frab-json", BELLS)
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-file"))
                .body("errors[0].line", equalTo(1));
        importXml("frab-xml", BELLS.replace("</title>", "")).statusCode(400).body("errors[0].line", equalTo(5));
        importXml("frab-xml", BELLS.replace("Bells", "B".repeat(2001)))
                .statusCode(400)
                .body(
                        "errors[0].detail",
                        equalTo(
                                "No contribution can be used; the first is left out: its title is longer than 2000 characters"));
        organiser.get("/contributions").body("items", empty());
    }

    @Test
    void aRealScheduleIsImportedTwice() throws IOException {
        Assumptions.assumeThat(REAL).exists();
        var fosdem = Files.readAllBytes(REAL.resolve("fosdem-2025.xml"));

        organiser
                .importFile("format=auto", fosdem)
                .statusCode(200)
                .body("created", equalTo(943))
                .body("presenters.created", equalTo(992))
                .body("notUnderstood", hasSize(0));

        organiser
                .importFile("format=auto", fosdem)
                .body("unchanged", equalTo(943))
                .body("presenters.unchanged", equalTo(992))
                .body("nextPageToken", nullValue());
    }

    private ValidatableResponse importXml(String query, String... events) {
        var file = """
                <schedule>
                <conference><title>Clocks and Bells</title></conference>
                <day index="1"><room name="Blue">
                %s
                </room></day></schedule>""".formatted(String.join("\n", events));
        return organiser.importFile("format=" + query, file.getBytes(UTF_8));
    }
}
