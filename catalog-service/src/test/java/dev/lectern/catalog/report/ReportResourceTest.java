package dev.lectern.catalog.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ReportResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
        organiser.patch("", "{\"title\":\"Report of Contributions\"}").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "txt, text/plain;charset=UTF-8, report-of-contributions.txt",
        "md, text/markdown;charset=UTF-8, report-of-contributions.md",
        "pdf, application/pdf, report-of-contributions.pdf",
        "csv, text/csv;charset=UTF-8;header=present, contributions.csv",
        "json, application/json, contributions.json"
    })
    void aReportIsTakenAwayAsAFile(String format, String type, String file) {
        // Given
        contribution(Map.of("title", "Bells"));
        // Then
        var named = organiser
                .get("/report?format=" + format)
                .statusCode(200)
                .header("Content-Disposition", containsString(file))
                .header("Vary", containsString("Accept"))
                .extract();
        assertThat(named.contentType().replace(" ", "")).isEqualTo(type);
        var accepted = organiser
                .request()
                .accept(type.replaceAll(";.*", ""))
                .get("/catalog/conferences/" + organiser.slug() + "/report");
        assertThat(accepted.contentType().replace(" ", "")).isEqualTo(type);
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        organiser.get("/report?format=docx").statusCode(400).body("errors.parameter", contains("format"));
        organiser
                .request()
                .accept("image/png")
                .get("/catalog/conferences/" + organiser.slug() + "/report")
                .then()
                .statusCode(406)
                .body("type", equalTo("urn:lectern:problem:not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "md", "pdf", "csv", "json"})
    void outAndInAgainChangesNothing(String format) {
        // Given
        hostile();
        var before = organiser.get("/contributions").extract().asString();
        // When
        var file = organiser
                .get("/report?format=" + format)
                .statusCode(200)
                .extract()
                .asByteArray();
        var report = organiser.importFile("format=auto", file).statusCode(200);
        // Then
        report.body("updated", equalTo(0))
                .body("created", equalTo(0))
                .body("kept", empty())
                .body("presenters.created", equalTo(0))
                .body("presenters.updated", equalTo(0));
        assertThat(organiser.get("/contributions").extract().asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "txt, state language links tags",
        "md, state language links tags",
        "pdf, state language links tags",
        "csv, ''",
        "json, ''"
    })
    void anEmptyConferenceBecomesTheSame(String format, String notCarried) throws IOException {
        // Given
        hostile();
        var file = organiser
                .get("/report?format=" + format)
                .statusCode(200)
                .extract()
                .asByteArray();
        var other = CatalogClient.withConference();
        // When
        other.importFile("format=auto", file).statusCode(200);
        // Then
        assertThat(content(other, notCarried)).isEqualTo(content(organiser, notCarried));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "md", "pdf", "csv", "json"})
    void whatIsNotSeenIsGoneBeforeItComesOutAndInAgain(String format) {
        // Given
        organiser.patch("", "{\"title\":\"Clocks\"}").statusCode(200);
        var presenter = organiser.presenter("Smith\\tand Sons\\u202E", "\\u0007Ada,\\n Bea");
        var one = "\u202Ea\tb\r\nc\u0085d\u2028e\u0007 \u2066f\u2069 \uD83D\uDC69\u200D\uD83D\uDCBB\u009F ";
        var text = "\u202Bx\u202C\u0007\n\tSo<br>it <p>is</p>\n\n\u2028 \u2067y\u2069 \uD83D\uDC69\u200D\uD83D\uDCBB";
        contribution(Map.ofEntries(
                Map.entry("title", one),
                Map.entry("type", one),
                Map.entry("track", one),
                Map.entry("sessionClassification", one),
                Map.entry("code", one),
                Map.entry("abstract", text),
                Map.entry("tags", List.of(one)),
                Map.entry("links", List.of(Map.of("url", "https://a.example/", "title", one))),
                Map.entry("customFields", List.of(Map.of("name", one, "value", text))),
                Map.entry("authors", List.of(Map.of("familyName", one, "affiliation", one))),
                Map.entry("presenters", List.of(Map.of("id", presenter)))));
        // Then
        organiser
                .get("/contributions/1")
                .body("title", equalTo("a b c d e \u2066f\u2069 \uD83D\uDC69\u200D\uD83D\uDCBB"))
                .body("abstract", containsString("x\n\tSo<br>it"))
                .body("presenters.name", contains("Ada, Bea Smith and Sons"));
        var before = organiser.get("/contributions").extract().asString();
        var file = organiser.get("/report?format=" + format).extract().asByteArray();
        organiser
                .importFile("format=auto", file)
                .statusCode(200)
                .body("updated", equalTo(0))
                .body("created", equalTo(0))
                .body("presenters.created", equalTo(0))
                .body("notUnderstood", empty());
        assertThat(organiser.get("/contributions").extract().asString()).isEqualTo(before);
    }

    @Test
    void whatIsWithdrawnIsNotInWhatHasNoStates() {
        // Given
        contribution(Map.of("title", "Bells"));
        contribution(Map.of("title", "Ropes"));
        organiser.put("/contributions/2/withdrawal", "{}").statusCode(200);
        // Then
        for (var format : List.of("txt", "md")) {
            assertThat(organiser.get("/report?format=" + format).extract().asString())
                    .contains("Bells")
                    .doesNotContain("Ropes");
        }
        assertThat(organiser.get("/report?format=json").extract().asString()).contains("Ropes", "WITHDRAWN");
    }

    @Test
    void theDocumentHasACoverAndAPageForEachContribution() throws IOException {
        // Given
        var presenter = organiser.presenter("ŁUKASIEWICZ", "Ełżbieta Ω");
        contribution(Map.of(
                "title",
                "Bells",
                "abstract",
                "So $\\frac{1}{2} + \\alpha_1$ <b>",
                "presenters",
                List.of(Map.of("id", presenter))));
        contribution(Map.of("title", "Ropes", "abstract", "word ".repeat(3_000)));
        // When
        var file = organiser.get("/report?format=pdf").statusCode(200).extract().asByteArray();
        // Then
        try (var pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(4);
            assertThat(page(1, pdf)).contains("Report of Contributions").doesNotContain("Bells", "Page 1");
            assertThat(page(2, pdf))
                    .contains("Contribution ID: 1", "Bells", "α", "<b>", "ŁUKASIEWICZ, Ełżbieta Ω", "Page 2")
                    .doesNotContain("Ropes");
            assertThat(page(4, pdf)).contains("Ropes", "word word", "Page 4");
        }
    }

    @Test
    void nothingIsFetchedForADocument() {
        // Given
        contribution(
                Map.of(
                        "title",
                        "<img src='file:///etc/passwd'/>",
                        "abstract",
                        "![x](http://127.0.0.1:1/x.png) <style>@import url(file:///etc/passwd)</style> <object data='file:///etc/passwd'/>"));
        // Then
        organiser.get("/report?format=pdf").statusCode(200);
    }

    private static String page(int number, org.apache.pdfbox.pdmodel.PDDocument pdf) throws IOException {
        var reader = new PDFTextStripper();
        reader.setStartPage(number);
        reader.setEndPage(number);
        return reader.getText(pdf);
    }

    private void hostile() {
        var dupont = organiser.presenter("DUPONT", "Éloïse");
        organiser
                .patch("/presenters/" + dupont, "{\"honorific\":\"Dr\",\"affiliation\":\"Liège; (Namur)\"}")
                .statusCode(200);
        var odd = organiser.presenter("O'Neil, Jr. (Tim)", "of; (X), \\\"Y\\\"");
        var open = organiser.presenter("Dr Who", "a)b(c");
        var author = Map.of(
                "familyName",
                "SEOANE",
                "givenNames",
                "Beatriz",
                "affiliation",
                "Paris (Saclay; U)",
                "honorific",
                "Prof.");
        contribution(Map.ofEntries(
                Map.entry("number", 4),
                Map.entry("title", "Contribution ID: 5"),
                Map.entry(
                        "abstract",
                        "(30 minutes)\n\nContribution ID: 5\n\n**Bold**\n\nPresenter(s): x\n\n\\U{0043}\r\n \nTrack Classification: y\n\n"),
                Map.entry("type", "not  specified"),
                Map.entry("track", "**a** b\u00A0c"),
                Map.entry("sessionClassification", "Towers"),
                Map.entry("durationMinutes", 90),
                Map.entry("code", "CB-4"),
                Map.entry("language", "fr"),
                Map.entry("links", List.of(Map.of("url", "https://a.example/x", "title", "x; y"))),
                Map.entry("tags", List.of("a, b", "c")),
                Map.entry("customFields", List.of(Map.of("name", "Needs *it*", "value", "Type: x\n\n**y**\n\nz"))),
                Map.entry("authors", List.of(author)),
                Map.entry("coAuthors", List.of(Map.of("familyName", "A; B"))),
                Map.entry("presenters", List.of(Map.of("id", dupont), Map.of("id", odd), Map.of("id", open)))));
        contribution(Map.of(
                "number", 7, "title", "=1+1 & <b>", "abstract", "  -5 \"bells\";\n\n '=A1\n", "type", "not specified"));
        contribution(Map.of("number", 9, "title", "Type: x", "abstract", ""));
        contribution(Map.of("number", 12, "title", "1 March 2027 11:00 (30 minutes)", "abstract", "\n\n  x\nFoo: bar"));
    }

    private void contribution(Map<String, Object> body) {
        try {
            organiser.post("/contributions", JSON.writeValueAsString(body)).statusCode(201);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode content(CatalogClient client, String without) throws IOException {
        var items =
                JSON.readTree(client.get("/contributions").extract().asString()).get("items");
        for (var item : items) {
            var contribution = (ObjectNode) item;
            contribution.remove(List.of("id", "revision", "announced", "changedAt"));
            contribution.remove(List.of(without.split(" ", -1)));
            contribution.get("presenters").forEach(presenter -> ((ObjectNode) presenter).remove("id"));
        }
        return items;
    }
}
