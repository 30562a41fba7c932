package dev.lectern.catalog.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conference that is fed by files of several formats, and by people. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class SourcesTest {

    private static final String REPORT = """
            Report of Contributions

            Contribution ID: 1

            Contribution code: K7

            Bells

            Ropes are to blame.

            Authors: SMITH, John (MIT); DUPONT, Éloïse

            Presenter: DUPONT, Éloïse
            """;
    private static final String TABLE = "number,title,track\n1,Bells,Towers\n";

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void whatOneFormatCannotSayIsNotTakenFromWhatAnotherSaid() {
        report(REPORT);

        table(TABLE).body("contributions[0].fields", contains("track"));
        table(TABLE.replace("Towers", "Spires")).body("contributions[0].fields", contains("track"));

        organiser
                .get("/contributions/1")
                .body("abstract", equalTo("Ropes are to blame."))
                .body("code", equalTo("K7"))
                .body("authors.listed", contains("SMITH, John (MIT)", "DUPONT, Éloïse"))
                .body("presenters.name", contains("Éloïse DUPONT"))
                .body("track", equalTo("Spires"));
    }

    @Test
    void whatPeopleChangedStaysWhateverTheFormatOfTheNextFile() {
        report(REPORT);
        organiser.patch("/contributions/1", "{\"title\":\"Great bells\"}").statusCode(200);

        table(TABLE).body("kept[0].fields", contains("title"));
        report(REPORT).body("kept[0].fields", contains("title")).body("unchanged", equalTo(1));

        organiser.get("/contributions/1").body("title", equalTo("Great bells"));
    }

    @Test
    void whatAFileNoLongerSaysIsTakenBackByAFileOfTheSameFormatOnly() {
        report(REPORT);
        table(TABLE);

        report(REPORT.replace("Ropes are to blame.\n\n", "").replace("Contribution code: K7\n\n", ""))
                .body("contributions[0].fields", contains("abstract", "code"));

        organiser.get("/contributions/1").body("abstract", equalTo("")).body("track", equalTo("Towers"));
    }

    @Test
    void onlyFilesOfTheFormatThatBroughtAContributionMissIt() {
        report(REPORT);
        table("number,title\n2,Clocks\n3,Dials\n");

        var answer = organiser.importFile("format=csv&missing=withdraw", "number,title\n3,Dials\n".getBytes(UTF_8));
        answer.statusCode(200).body("withdrawn", equalTo(1));

        organiser.get("/contributions?state=WITHDRAWN").body("items.number", contains(2));
    }

    @Test
    void whatWasMissedComesBackWithTheFileAndWhatPeopleWithdrewDoesNot() {
        table("number,title\n2,Clocks\n3,Dials\n");
        organiser.importFile("format=csv&missing=withdraw", "number,title\n3,Dials\n".getBytes(UTF_8));
        organiser.put("/contributions/3/withdrawal", "").statusCode(200);

        table("number,title\n2,Clocks\n3,Dials\n").body("contributions[0].fields", contains("state"));

        organiser.get("/contributions/2").body("state", equalTo("ACCEPTED"));
        organiser.get("/contributions/3").body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aFileThatSaysAStateMovesAContributionOnceAndPeopleHaveTheLastWord() {
        var pretalx = "{\"results\":[{\"code\":\"ABC\",\"title\":\"Bells\",\"state\":\"submitted\",\"speakers\":[]}]}";
        pretalx(pretalx);
        organiser.get("/contributions/1").body("state", equalTo("PROPOSED"));

        pretalx(pretalx.replace("submitted", "accepted")).body("contributions[0].fields", contains("state"));
        organiser.put("/contributions/1/state", "{\"state\":\"CONFIRMED\"}").statusCode(200);
        pretalx(pretalx.replace("submitted", "accepted")).body("kept[0].fields", contains("state"));
        organiser.get("/contributions/1").body("state", equalTo("CONFIRMED"));

        pretalx(pretalx.replace("submitted", "withdrawn")).body("kept", empty());
        organiser.get("/contributions/1").body("state", equalTo("WITHDRAWN"));
    }

    private ValidatableResponse report(String file) {
        return organiser.importReport("", file.getBytes(UTF_8)).statusCode(200);
    }

    private ValidatableResponse table(String file) {
        return organiser.importFile("format=csv", file.getBytes(UTF_8)).statusCode(200);
    }

    private ValidatableResponse pretalx(String file) {
        return organiser.importFile("format=pretalx-json", file.getBytes(UTF_8)).statusCode(200);
    }
}
