package dev.lectern.catalog.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An identifier counts only where it identifies. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class IdentityTest {

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    private ValidatableResponse load(String query, String file) {
        return organiser.importFile(query, file.getBytes(UTF_8)).statusCode(200);
    }

    private static String schedule(String head, String... events) {
        return """
                <schedule>%s<day date="2027-03-02"><room name="Blue">
                %s
                </room></day></schedule>""".formatted(head, String.join("\n", events));
    }

    private static String event(String attributes, String title, String start, String... persons) {
        return "<event %s><title>%s</title><start>%s</start><persons>%s</persons></event>"
                .formatted(attributes, title, start, String.join("", persons));
    }

    private static String person(String id, String name) {
        return "<person id=\"%s\">%s</person>".formatted(id, name);
    }

    // --- People ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"0", "77", "-1", "00000000-0000-0000-0000-000000000000", "n/a"})
    void anIdThatStandsForSeveralPeopleIsNone(String id) {
        var file = schedule(
                "",
                event("guid='g-1'", "Bells", "10:00", person(id, "Ada Alpha")),
                event("guid='g-2'", "Clocks", "11:00", person(id, "Bea Beta")),
                event("guid='g-3'", "Dials", "12:00", person(id, "Cleo Gamma"), person(id, "Dora Delta")));

        load("format=frab-xml", file).body("presenters.created", equalTo(4));

        organiser
                .get("/presenters")
                .body("items.name", containsInAnyOrder("Ada Alpha", "Bea Beta", "Cleo Gamma", "Dora Delta"));
        organiser.get("/contributions?q=Dials").body("items[0].presenters.name", contains("Cleo Gamma", "Dora Delta"));
        load("format=frab-xml", file).body("unchanged", equalTo(3)).body("presenters.unchanged", equalTo(4));
    }

    @Test
    void anIdThatStandsForOneNameInTwoSpellingsIsOnePerson() {
        load(
                        "format=frab-xml",
                        schedule(
                                "",
                                event("guid='g-1'", "Bells", "10:00", person("12", "Éloïse Dupont")),
                                event("guid='g-2'", "Clocks", "11:00", person("12", "E. Dupont"))))
                .body("presenters.created", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<conference><acronym>%s</acronym></conference>", "<generator name='%s'/>"})
    void nobodysMailboxGetsTheMailOfAnotherWithTheSameId(String head) {
        var one = schedule(
                head.formatted("towers"), event("guid='a-1' id='1'", "Bells", "10:00", person("1", "Ada Main")));
        var other = schedule(
                head.formatted("spires"), event("guid='b-1' id='1'", "Clocks", "10:00", person("1", "Xenia Sub")));
        load("format=frab-xml", one);
        var ada = organiser.get("/presenters").extract().<String>path("items[0].id");
        organiser
                .patch("/presenters/" + ada, "{\"email\":\"ada@main.example\"}")
                .statusCode(200);

        load("format=frab-xml", other)
                .body("created", equalTo(1))
                .body("presenters.created", equalTo(1))
                .body("presenters.updated", equalTo(0));

        organiser
                .get("/presenters/" + ada)
                .body("name", equalTo("Ada Main"))
                .body("email", equalTo("ada@main.example"));
        organiser.get("/contributions?q=Clocks").body("items[0].presenters.name", contains("Xenia Sub"));
        organiser.get("/presenters?q=Xenia").body("items[0].email", nullValue());
        load("format=frab-xml", one).body("unchanged", equalTo(1)).body("presenters.unchanged", equalTo(1));
        load("format=frab-xml", other).body("unchanged", equalTo(1)).body("presenters.unchanged", equalTo(1));
    }

    @Test
    void aKnownIdWithAnotherNameIsADoubt() {
        load("format=frab-xml", schedule("", event("guid='a-1'", "Bells", "10:00", person("1", "Ada Main"))));

        load("format=frab-xml", schedule("", event("guid='b-1'", "Clocks", "10:00", person("1", "Xenia Sub"))))
                .body("doubts.text", contains("Xenia Sub"))
                .body("doubts.reason", contains("has the id of Ada Main, who is called otherwise; a new one was made"));
    }

    @Test
    void aNameWithoutLettersIsFoundAgain() {
        var file = schedule("", event("guid='a-1'", "Bells", "10:00", person("1", "--"), person("2", "-")));
        load("format=frab-xml", file).body("presenters.created", equalTo(2));

        load("format=frab-xml", file).body("unchanged", equalTo(1)).body("presenters.unchanged", equalTo(2));
    }

    @Test
    void twoSourcesThatSpellANameDifferentlyDoNotTakeTurnsInChangingIt() {
        var one = "number,title,presenters\n1,Bells,\"MÜLLER, Ada (Bonn)\"\n";
        var other = one.replace("MÜLLER", "Müller").replace("Bonn", "BONN");
        load("format=csv&source=one", one);

        load("format=csv&source=two", other).body("presenters.unchanged", equalTo(1));
        load("format=csv&source=one", one).body("presenters.unchanged", equalTo(1));

        organiser
                .get("/presenters")
                .body("items.name", contains("Ada MÜLLER"))
                .body("items.affiliation", contains("Bonn"));
        load("format=csv&source=two", other.replace("Müller, Ada", "Müller, Ada Maria"));
        organiser.get("/presenters").body("items", hasSize(2));
    }

    @Test
    void twoOfOneNameAndTwoInstitutesAreTwo() {
        load("format=csv", "number,title,presenters\n1,Bells,\"SMITH, John (Bonn)\"\n")
                .body("presenters.created", equalTo(1));

        load("format=csv&source=other", "number,title,presenters\n2,Clocks,\"SMITH, John (Köln)\"\n")
                .body("presenters.created", equalTo(1))
                .body("doubts.reason", contains("could be SMITH, John (Bonn), who is known; a new one was made"));

        organiser.get("/contributions/1").body("presenters.affiliation", contains("Bonn"));
        organiser.get("/contributions/2").body("presenters.affiliation", contains("Köln"));
    }

    @ParameterizedTest
    @CsvSource({"Ada Alpha,Alpha Ada", "Ada Alpha,A. Alpha", "Jürgen Groß,Jurgen Gross", "Ada Maria Alpha,Ada M. Alpha"
    })
    void twoSpellingsOfANameAreADoubtThatSaysHowToMakeThemOne(String one, String other) {
        var doubt = load("format=csv", "number,title,presenters\n1,Bells,%s\n2,Clocks,%s\n".formatted(one, other))
                .body("presenters.created", equalTo(2))
                .body("doubts", hasSize(1))
                .body("doubts[0].text", equalTo(other))
                .body("doubts[0].reason", containsString("could be " + one))
                .extract();

        organiser
                .request()
                .body("{\"presenter\":\"" + doubt.path("doubts[0].merge.body.presenter") + "\"}")
                .post(doubt.<String>path("doubts[0].merge.path"))
                .then()
                .statusCode(200);
        organiser.get("/presenters").body("items.name", contains(one));
        organiser.get("/contributions/2").body("presenters.name", contains(one));
    }

    // --- Numbers --------------------------------------------------------------------------------------

    @Test
    void numbersThatAFileNamesAreTakenBeforeNewOnesAreGiven() {
        var file = """
                number,title,presenters
                ,No number yet,"ALPHA, Ada"
                1,Number one,"BETA, Bea"
                2,Number two,"GAMMA, Cleo"
                """;

        load("format=csv", file).body("created", equalTo(3)).body("contributions.number", contains(3, 1, 2));

        organiser.get("/contributions").body("items.title", contains("Number one", "Number two", "No number yet"));
        load("format=csv", file).body("unchanged", equalTo(3)).body("created", equalTo(0));
    }

    @Test
    void whatAnEventIsCalledOutrightIsNotTakenByAnotherThatHasToMakeDoWithIt() {
        var file = schedule(
                "", event("id='5'", "Without a guid", "10:00"), event("guid='5' id='6'", "With a guid", "11:00"));

        load("format=frab-xml", file).body("created", equalTo(2));

        load("format=frab-xml", schedule("", event("guid='5' id='6'", "With a guid", "11:00")))
                .body("unchanged", equalTo(1))
                .body("contributions.number", contains(6));
    }

    // --- Talks ----------------------------------------------------------------------------------------

    @Test
    void anEventThatHappensTwiceIsTwoTalksToldApartByTheirOrder() {
        var once = schedule("", event("guid='g-a' id='1'", "Bells", "11:00", person("7", "Ada Alpha")));
        var twice = schedule(
                "",
                event("guid='g-a' id='1'", "Bells", "13:00", person("7", "Ada Alpha")),
                event("guid='g-a' id='1'", "Bells", "11:00", person("7", "Ada Alpha")));
        load("format=frab-xml", once);

        load("format=frab-xml&missing=withdraw", twice)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("withdrawn", equalTo(0))
                .body("contributions.number", contains(2, 1))
                .body("notUnderstood.reason", contains(containsString("happens several times")));

        load("format=frab-xml&missing=withdraw", twice)
                .body("unchanged", equalTo(2))
                .body("created", equalTo(0));
        load("format=frab-xml&missing=withdraw", once).body("withdrawn", equalTo(1));
        organiser.get("/contributions/1").body("state", equalTo("ACCEPTED"));
        organiser.get("/contributions/2").body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void anExportThatMovedToAnotherHostBringsTheSameTalks() {
        var before = schedule(
                "<conference><base_url>https://old.example/</base_url></conference>",
                event("guid='o-1' id='1'", "Bells", "11:00", person("7", "Ada Alpha")),
                event("guid='o-2' id='2'", "Clocks", "12:00", person("8", "Bea Beta")));
        var after = before.replace("old.example", "new.example").replace("o-", "n-");
        load("format=frab-xml", before);

        load("format=frab-xml", after)
                .body("created", equalTo(0))
                .body("contributions.number", contains(1, 2))
                .body("doubts.text", hasItem("Bells"))
                .body("doubts.reason", hasItem(containsString("has another id than in files before")));

        load("format=frab-xml", after).body("unchanged", equalTo(2)).body("doubts", empty());
    }

    @Test
    void aCalendarThatGivesNewIdsEachTimeBringsTheSameTalks() {
        var calendar = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:%s
                SUMMARY:Bells
                DTSTART:20270302T100000
                LOCATION:Nave
                END:VEVENT
                END:VCALENDAR
                """;
        load("format=ics", calendar.formatted("first@tower.example"));

        load("format=ics&missing=withdraw", calendar.formatted("second@tower.example"))
                .body("created", equalTo(0))
                .body("withdrawn", equalTo(0))
                .body("doubts", hasSize(1));
    }

    @Test
    void anIdThatWasGivenToAnotherTalkIsNotTakenForIt() {
        load("format=frab-xml", schedule("", event("id='1'", "Bells", "10:00", person("7", "Ada Alpha"))));

        load("format=frab-xml", schedule("", event("id='1'", "Clocks", "10:00", person("8", "Bea Beta"))))
                .body("created", equalTo(1))
                .body("doubts.reason", contains(containsString("has the id of contribution 1")));

        organiser.get("/contributions/1").body("title", equalTo("Bells"));
        load("format=frab-xml", schedule("", event("id='1'", "Clocks", "10:00", person("8", "Bea Beta"))))
                .body("unchanged", equalTo(1))
                .body("doubts", empty());
    }

    @Test
    void aNewOneWithTheTitleOfAnotherIsADoubt() {
        organiser.post("/contributions", "{\"title\":\"Bells\"}").statusCode(201);

        load("format=csv", "title\nbells\n")
                .body("created", equalTo(1))
                .body("doubts.reason", contains(containsString("has the title of contribution 1")));
    }

    @Test
    void theReportOfAnotherConferenceIsADoubt() {
        var report = "**%s**\n\nReport of Contributions\n\nContribution ID: 1\n\n%s\n\nPresenter: %s\n";
        organiser
                .importReport(
                        "",
                        report.formatted("Towers", "Bells", "DUPONT, Éloïse").getBytes(UTF_8))
                .statusCode(200);

        organiser
                .importReport(
                        "&dryRun=true",
                        report.formatted("Seas", "Boats", "SMITH, John").getBytes(UTF_8))
                .statusCode(200)
                .body("doubts.text", contains("Seas"))
                .body("doubts.reason", contains(containsString("This looks like a file of another conference")));
        organiser
                .importReport(
                        "&dryRun=true",
                        report.formatted("Seas", "Bells", "SMITH, John").getBytes(UTF_8))
                .body("doubts.reason", not(hasItem(containsString("another conference"))));
    }

    // --- A file's whole life --------------------------------------------------------------------------

    private ValidatableResponse pretalx(String query, String... codesAndStates) {
        var submissions = new StringBuilder();
        for (var i = 0; i < codesAndStates.length; i += 2) {
            submissions
                    .append(i == 0 ? "" : ",")
                    .append("{\"code\":\"%1$s\",\"title\":\"Talk %1$s\",\"state\":\"%2$s\",\"speakers\":[]}"
                            .formatted(codesAndStates[i], codesAndStates[i + 1]));
        }
        return load("format=pretalx-json" + query, "{\"results\":[" + submissions + "]}");
    }

    @ParameterizedTest
    @CsvSource({
        "submitted,confirmed,CONFIRMED",
        "confirmed,rejected,REJECTED",
        "withdrawn,confirmed,CONFIRMED",
        "rejected,confirmed,CONFIRMED",
        "confirmed,submitted,PROPOSED"
    })
    void whateverTheNextFileSaysIsFollowedHoweverManyStepsItTook(String before, String after, String state) {
        pretalx("", "A", before);

        pretalx("", "A", after)
                .body("contributions[0].fields", contains("state"))
                .body("kept", empty());

        organiser.get("/contributions/1").body("state", equalTo(state));
        pretalx("", "A", after).body("unchanged", equalTo(1));
    }

    @Test
    void aTalkThatWasMissingComesBackAsItWas() {
        pretalx("&missing=withdraw", "A", "confirmed", "B", "confirmed");
        pretalx("&missing=withdraw", "A", "confirmed").body("withdrawn", equalTo(1));

        pretalx("&missing=withdraw", "A", "confirmed", "B", "confirmed");

        organiser.get("/contributions/2").body("state", equalTo("CONFIRMED"));
    }

    @Test
    void aNightlySyncOfTwoSourcesLeavesTheOthersTalksAlone() {
        var main = schedule("", event("guid='m-1'", "Bells", "10:00"));
        var side = schedule("", event("guid='s-1'", "Clocks", "10:00"));
        load("format=frab-xml&source=main", main).body("source", equalTo("main"));
        load("format=frab-xml&source=side&missing=withdraw", side).body("withdrawn", equalTo(0));

        load("format=frab-xml&source=main&missing=withdraw", main).body("withdrawn", equalTo(0));

        organiser.get("/contributions?state=WITHDRAWN").body("items", empty());
    }

    @Test
    void aTalkThatTwoSourcesHaveStaysWhileOneHasIt() {
        load("format=csv&source=one", "number,title\n1,Bells\n2,Clocks\n");
        load("format=csv&source=two", "number,title\n2,Clocks\n");

        load("format=csv&source=one&missing=withdraw", "number,title\n1,Bells\n")
                .body("withdrawn", equalTo(0))
                .body("kept.number", contains(2));
        load("format=csv&source=two&missing=withdraw", "number,title\n1,Bells\n")
                .body("withdrawn", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%20",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void aSourceHasAName(String source) {
        organiser
                .request()
                .urlEncodingEnabled(false)
                .contentType("text/csv")
                .body("title\nBells\n")
                .post("/catalog/conferences/" + organiser.slug() + "/imports?format=csv&source=" + source)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("source"));
    }
}
