package dev.lectern.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ImportResourceTest {

    private static final String REPORT = """
            **Clocks and
            Bells**

            Report of Contributions

            Contribution ID: 2

            Type: **not specified**

            Why bells are late

            Ropes are to *blame*.

            Presenter: DUPONT, Éloïse (Liège)

            Contribution ID: 5

            Type: **Talk**

            Escapements

            Presenters: DUPONT, Éloïse (Liège); Dr SMITH, John (MIT; CSIC)
            """;

    @Test
    void anImportThatIsSentAgainWithItsKeyIsAnsweredAsTheFirst() {
        var organiser = CatalogClient.withConference();

        var first = importWithKey(organiser);
        var again = importWithKey(organiser);

        assertThat(first.<Integer>path("created")).isEqualTo(2);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void aReportFillsAConference() {
        var organiser = CatalogClient.withConference();

        organiser
                .importReport("", bytes(REPORT))
                .statusCode(200)
                .body("format", equalTo("indico-report"))
                .body("conferenceTitle", equalTo("Clocks and Bells"))
                .body("created", equalTo(2))
                .body("contributions.outcome", everyItem(equalTo("CREATED")))
                .body("presenters.created", equalTo(2))
                .body("notUnderstood", empty());

        organiser.get("").body("title", equalTo("Clocks and Bells"));
        organiser
                .get("/contributions/5")
                .body("type", equalTo("Talk"))
                .body("presenters.name", contains("Éloïse DUPONT", "John SMITH"));
        organiser
                .get("/presenters?q=SMITH")
                .body("items[0].honorific", equalTo("Dr"))
                .body("items[0].affiliation", equalTo("MIT; CSIC"));
    }

    @Test
    void theSameReportAgainChangesNothingAndMakesNoEvent() {
        var organiser = CatalogClient.withConference();
        organiser.importReport("", bytes(REPORT)).statusCode(200);
        organiser.patch("", "{\"days\":[\"2027-03-02\"]}").statusCode(200);

        organiser
                .importReport("", bytes(REPORT))
                .statusCode(200)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(2))
                .body("presenters.unchanged", equalTo(2));

        organiser.patch("", "{\"days\":[\"2027-03-03\"]}").body("revision", equalTo(4));
        // Four states of the conference: the outbox is in order, so what the second import had made would be there now.
        TopicReader.of("lectern.catalog.conference.v1").awaitRecords(organiser.conferenceId(), 4);
        assertThat(recordsOf(organiser, "lectern.catalog.contribution.v1")).hasSize(2);
        assertThat(recordsOf(organiser, "lectern.catalog.presenter.v1")).hasSize(2);
    }

    @Test
    void whatTheReportChangedIsWrittenAndWhatPeopleChangedStays() {
        var organiser = CatalogClient.withConference();
        organiser.importReport("", bytes(REPORT)).statusCode(200);
        organiser
                .patch("/contributions/2", "{\"track\":\"Towers\",\"abstract\":\"By hand\"}")
                .statusCode(200);
        var presenter = organiser.get("/presenters?q=DUPONT").extract().<String>path("items[0].id");
        organiser
                .patch("/presenters/" + presenter, "{\"email\":\"eloise@liege.example\"}")
                .statusCode(200);

        organiser
                .importReport(
                        "",
                        bytes(REPORT.replace("Why bells are late", "Why bells are never late")
                                .replace("(Liège)", "(Namur)")))
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("contributions.find { it.number == 2 }.fields", contains("title"))
                .body("presenters.updated", equalTo(1));

        organiser
                .get("/contributions/2")
                .body("title", equalTo("Why bells are never late"))
                .body("abstract", equalTo("By hand"))
                .body("track", equalTo("Towers"));
        organiser
                .get("/presenters/" + presenter)
                .body("affiliation", equalTo("Namur"))
                .body("email", equalTo("eloise@liege.example"));
    }

    @Test
    void theSessionThatItWasFiledUnderIsKept() {
        var organiser = CatalogClient.withConference();
        organiser.importReport("", bytes(REPORT)).statusCode(200);

        organiser
                .importReport("", bytes(REPORT + "\n\nSession Classification: Towers\n"))
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("contributions.find { it.outcome == 'UPDATED' }.fields", contains("sessionClassification"));

        organiser.get("/contributions/5").body("sessionClassification", equalTo("Towers"));
    }

    @Test
    void aPresenterWhoMovedIsAChangeOfTheirContributionEvenWhereItsSessionIsOneToo() throws IOException {
        // Given
        var organiser = CatalogClient.withConference();
        organiser.importReport("", bytes(REPORT)).statusCode(200);
        var id = UUID.fromString(organiser.get("/contributions/5").extract().path("id"));
        // When
        organiser
                .importReport("", bytes(REPORT.replace("MIT; CSIC", "CERN") + "\nSession Classification: Towers\n"))
                .statusCode(200);
        // Then
        var states = TopicReader.of("lectern.catalog.contribution.v1").awaitRecords(id, 2);
        var before = EventJson.MAPPER.readTree(states.get(0).value());
        var after = EventJson.MAPPER.readTree(states.get(1).value());
        assertThat(after.get("revision").asInt()).isEqualTo(2);
        assertThat(after.at("/presenters/1/affiliation").asText()).isEqualTo("CERN");
        assertThat(after.get("changedAt")).isNotEqualTo(before.get("changedAt"));
    }

    @Test
    void indicosExportAndItsReportAreFilesOfOneKind() {
        var organiser = CatalogClient.withConference();
        var export = "{\"results\":[{\"title\":\"Clocks\",\"contributions\":[{\"friendly_id\":2,"
                + "\"title\":\"Bells \\ud800\",\"speakers\":[{\"last_name\":\"DUPONT\",\"first_name\":\"Éloïse\",\"affiliation\":\"Liège\"}]}]}]}";

        organiser
                .importFile("format=auto", bytes(export))
                .statusCode(200)
                .body("format", equalTo("indico-json"))
                .body("created", equalTo(1));

        organiser.get("/contributions/2").body("title", equalTo("Bells ?"));
        organiser
                .importReport("", bytes(REPORT))
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("presenters.created", equalTo(1));
    }

    @Test
    void aDryRunSaysTheSameAndDoesNothing() {
        var organiser = CatalogClient.withConference();

        organiser.importReport("&dryRun=true", bytes(REPORT)).statusCode(200).body("created", equalTo(2));

        organiser.get("/contributions").body("items", empty());
        organiser.get("/presenters").body("items", empty());
        organiser.get("").body("revision", equalTo(1));
    }

    @Test
    void aTitleGivenByAPersonStays() {
        var organiser = CatalogClient.withConference();
        organiser.patch("", "{\"title\":\"Ours\"}").statusCode(200);

        organiser.importReport("", bytes(REPORT)).statusCode(200);

        organiser.get("").body("title", equalTo("Ours"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Contribution ID: 5, Contribution ID: 2, 16
            Contribution ID: 5, Contribution ID: 0, 16
            Report of Contributions, Something else, 1
            Escapements, '', 16""")
    void aReportThatIsWrongAnywhereIsRefusedAsAWhole(String part, String instead, int line) {
        var organiser = CatalogClient.withConference();
        var wrong = REPORT.replace(part, instead);
        wrong = instead.isEmpty() ? wrong.substring(0, wrong.indexOf("Presenters:")) : wrong;

        organiser
                .importReport("", bytes(wrong))
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-file"))
                .body("errors.line", contains(line));

        organiser.get("/contributions").body("items", empty());
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        var organiser = CatalogClient.withConference();
        var latin1 = REPORT.getBytes(StandardCharsets.ISO_8859_1);

        organiser.importReport("", latin1).statusCode(400).body("errors.line", contains(14));
        organiser
                .importReport("", bytes(REPORT.replace("blame", "\0")))
                .statusCode(400)
                .body("errors.line", contains(12));
        organiser
                .importReport("", new byte[0])
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-file"));
        organiser
                .importReport("", new byte[10_000_001])
                .statusCode(413)
                .body("type", equalTo("urn:lectern:problem:too-large"));
        organiser.importReport("&dry=true", bytes(REPORT)).statusCode(400).body("errors.parameter", contains("dry"));
        organiser.post("/imports?format=docx", "").statusCode(400).body("errors.parameter", contains("format"));
    }

    @Test
    void aLargeReportIsOneTransaction() {
        var organiser = CatalogClient.withConference();
        var report = new StringBuilder("**Large**\n\nReport of Contributions\n");
        IntStream.rangeClosed(1, 2000)
                .forEach(number -> report.append("\nContribution ID: ")
                        .append(number)
                        .append("\n\nTitle ")
                        .append(number)
                        .append("\n\nPresenter: NAME")
                        .append(number)
                        .append(", Given (There)\n"));

        organiser.importReport("", bytes(report.toString())).statusCode(200).body("created", equalTo(2000));
        organiser.importReport("", bytes(report.toString())).statusCode(200).body("unchanged", equalTo(2000));
    }

    @Test
    void whatCouldNotBeEditedAfterwardsIsLeftOutAndSaid() {
        var organiser = CatalogClient.withConference();

        organiser
                .importReport("", bytes(REPORT.replace("SMITH", "S".repeat(201))))
                .statusCode(200)
                .body("notUnderstood.line", contains(16))
                .body("notUnderstood.reason", contains(containsString("longer than 200 characters")));
    }

    @Test
    void anHonorificIsNoNewsToTheContributions() {
        var organiser = CatalogClient.withConference();
        organiser.importReport("", bytes(REPORT)).statusCode(200);

        organiser
                .importReport("", bytes(REPORT.replace("Dr SMITH", "Prof. SMITH")))
                .body("presenters.updated", equalTo(1));

        organiser.get("/contributions/5").body("revision", equalTo(1));
    }

    @Test
    void aRealReportIsReadToTheCharacter() throws IOException {
        var seed = Path.of("../../shared/seed/report-of-contributions.txt");
        assumeTrue(Files.exists(seed));
        var organiser = CatalogClient.withConference();

        organiser.importReport("", Files.readAllBytes(seed)).statusCode(200).body("created", equalTo(9));
        organiser.importReport("", Files.readAllBytes(seed)).statusCode(200).body("unchanged", equalTo(9));

        organiser.get("/contributions").body("items.number", contains(2, 3, 4, 5, 6, 7, 8, 9, 10));
        organiser.get("/presenters?q=MIT").body("items.affiliation", containsInAnyOrder("MIT; IAIFI"));
    }

    private static java.util.List<?> recordsOf(CatalogClient organiser, String topic) {
        var conference = organiser.conferenceId().toString();
        return TopicReader.of(topic).records().stream()
                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains(conference))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response importWithKey(CatalogClient organiser) {
        return organiser
                .request()
                .contentType("application/json")
                .header("Idempotency-Key", organiser.slug())
                .body(bytes(REPORT))
                .post("/catalog/conferences/" + organiser.slug() + "/imports?format=indico-report");
    }
}
