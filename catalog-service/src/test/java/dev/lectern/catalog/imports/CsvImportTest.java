package dev.lectern.catalog.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contributions in spreadsheets, in and out again. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class CsvImportTest {

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void aTableFillsAConferenceWhateverItsColumnsAreCalled() {
        importCsv("auto", """
                Title;Id;Speakers;Duration;Description;Mood
                Bells;7;"DUPONT, Éloïse (Liège); Prof. SMITH, John";1:30;"Ropes;
                are to *blame*";good
                Clocks;;;45;;""")
                .statusCode(200)
                .body("format", equalTo("csv"))
                .body("created", equalTo(2))
                .body("contributions.number", contains(7, 8))
                .body("presenters.created", equalTo(2))
                .body("notUnderstood.text", contains("Mood"));

        organiser
                .get("/contributions/7")
                .body("title", equalTo("Bells"))
                .body("durationMinutes", equalTo(90))
                .body("abstract", equalTo("Ropes;\nare to *blame*"))
                .body("presenters.name", contains("Éloïse DUPONT", "John SMITH"));
        organiser.get("/contributions/8").body("durationMinutes", equalTo(45)).body("presenters", empty());
    }

    @Test
    void aRowWithoutNumberIsKnownByItsCodeOrTitle() {
        importCsv("csv", "title,code,track\nBells,B-1,\nClocks,,\n");

        importCsv("csv", "title,code,track\nPeals,B-1,\nClocks,,Towers\n")
                .body("created", equalTo(0))
                .body("contributions.fields", contains(java.util.List.of("title"), java.util.List.of("track")));
    }

    @Test
    void aLongTitleTellsARowFromOthersToo() {
        var table = "title,track\n" + "Bells ".repeat(300) + ",\n" + "Bells ".repeat(301) + ",\n";

        importCsv("csv", table).statusCode(200).body("created", equalTo(2));
        importCsv("csv", table).body("unchanged", equalTo(2));
        importCsv("csv", "title,code\nBells," + "x".repeat(201) + "\n")
                .statusCode(400)
                .body(
                        "errors[0].detail",
                        equalTo(
                                "No contribution can be used; the first is left out: its id is longer than 200 characters"));
    }

    @Test
    void whatASpreadsheetOfOldSavedIsReadToo() {
        organiser
                .importFile("format=csv", "title\nÉloïse’s bells\n".getBytes(Charset.forName("windows-1252")))
                .statusCode(200);

        organiser.get("/contributions/1").body("title", equalTo("Éloïse’s bells"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mood,colour\\nBells,red             | 1 | The first line names the columns, title among them
            title                               | 1 | There is nothing below the names of the columns
            title,number\\nBells,0              | 2 | No row can be used; the last is left out: a number is whole, from 1 to 999999999, and not 0
            title,number\\n,1                   | 2 | No row can be used; the last is left out: there is no title
            title\\n"Bells                      | 2 | A quote is never closed, or something follows a closing one""")
    void aTableOfWhichNothingCanBeUsedIsRefused(String file, int line, String detail) {
        importCsv("csv", file.replace("\\n", "\n"))
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-file"))
                .body("errors.line", contains(line))
                .body("errors.detail", contains(detail));
        organiser.get("/contributions").body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title,number\\nBells,1\\nClocks,1   | 3 | left out: the same number is in an earlier line
            title,number\\nBells,1\\n,2         | 3 | left out: there is no title
            title,duration\\nBells,long         | 2 | taken without its duration: "long" is none that is understood
            title,duration\\nBells,9999         | 2 | taken without its duration: "9999" is not from 1 to 1440 minutes""")
    void whatIsWrongWithARowCostsThatRowOrThatPartOfIt(String file, int line, String reason) {
        importCsv("csv", file.replace("\\n", "\n"))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("notUnderstood.line", contains(line))
                .body("notUnderstood.reason", contains(reason));
        organiser.get("/contributions").body("items.title", contains("Bells"));
    }

    @Test
    void theTableOfAConferenceImportedAgainChangesNothing() {
        // Given
        var dupont = organiser.presenter("DUPONT", "Éloïse");
        organiser.patch("/presenters/" + dupont, "{\"honorific\":\"Dr\",\"affiliation\":\"Liège; (Namur)\"}");
        organiser
                .post(
                        "/contributions",
                        "{\"number\":4,\"title\":\"=1+1\",\"abstract\":\"  -5 \\\"bells\\\";\\n\\n '=A1\\n\",\"durationMinutes\":45,"
                                + "\"track\":\"'+x\",\"type\":\"Talk\",\"sessionClassification\":\"Towers\",\"presenters\":[{\"id\":\""
                                + dupont + "\"}]}")
                .statusCode(201);
        var odd = organiser.presenter("O'Neil, Jr. (Tim)", "of (X), \\\"Y\\\"");
        organiser.contribution("Clocks, and bells", odd);
        var before = organiser.get("/contributions").extract().asString();
        // When
        var table = organiser
                .get("/report")
                .statusCode(200)
                .header("Content-Disposition", containsString("contributions.csv"))
                .contentType("text/csv")
                .extract()
                .asByteArray();
        // Then
        assertThat(new String(table, UTF_8))
                .startsWith("\uFEFFnumber,code,title,")
                .contains("4,,'=1+1,Talk,''+x,45,Towers,,", "\"Dr DUPONT, Éloïse (Liège; (Namur))");
        organiser
                .importFile("format=auto", table)
                .statusCode(200)
                .body("format", equalTo("csv"))
                .body("unchanged", equalTo(2))
                .body("presenters.created", equalTo(0))
                .body("presenters.unchanged", equalTo(2))
                .body("kept", empty());
        assertThat(organiser.get("/contributions").extract().asString()).isEqualTo(before);
    }

    private ValidatableResponse importCsv(String format, String file) {
        return organiser.importFile("format=" + format, file.getBytes(UTF_8));
    }
}
