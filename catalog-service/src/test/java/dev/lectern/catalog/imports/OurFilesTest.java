package dev.lectern.catalog.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was exported from a conference comes back into it, or into another one. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class OurFilesTest {

    private static final String ABSTRACT = "  <p>Not HTML</p>\n\nbut *Markdown*\n";

    private CatalogClient organiser;
    private String presenter;
    private String contribution;

    /** Talk 3 came from a table, and people have said more of it since. */
    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
        load("format=csv", "id,number,title,presenters,duration\nX-1,3,Bells,\"DUPONT, Éloïse (Bonn)\",20\n")
                .body("created", equalTo(1));
        presenter = organiser.get("/presenters").extract().path("items[0].id");
        contribution = organiser
                .patch("/contributions/3", """
                        {"title":"Great  bells","abstract":"%s","type":"Talk","language":"pt-BR","tags":["loud"],
                         "links":[{"url":"https://bells.example/"},{"url":"HTTP://bells.example/old","title":"Old"}],
                         "authors":[{"familyName":"Bo"}],"expectedAudience":40}""".formatted(ABSTRACT.replace("\n", "\\n")))
                .statusCode(200)
                .extract()
                .path("id");
    }

    private ValidatableResponse load(String query, String file) {
        return organiser.importFile(query, file.getBytes(UTF_8)).statusCode(200);
    }

    private String xml(String title) {
        return """
                <?xml version="1.0" encoding="UTF-8"?><schedule><generator name="lectern"></generator>
                <conference><title>Any</title><acronym>towers</acronym></conference>
                <day date="2027-03-02"><room name="Nave"><event guid="%s" id="3"><date>2027-03-02T10:00:00+01:00</date>
                <start>10:00</start><duration>00:45</duration><room>Nave</room><title>%s</title><subtitle></subtitle>
                <track></track><type>Talk</type><language>pt-BR</language>
                <abstract>&lt;p&gt;Not HTML&lt;/p&gt;

                but *Markdown*</abstract>
                <persons><person id="12" guid="%s">Éloïse DUPONT</person></persons>
                <links><link href="https://bells.example/">https://bells.example/</link>
                <link href="HTTP://bells.example/old">Old</link></links></event></room></day></schedule>""".formatted(contribution, title, presenter);
    }

    private String json() {
        return """
                {"generator":{"name":"lectern"},"schedule":{"conference":{"acronym":"towers","title":"Any","days":[
                {"date":"2027-03-02","rooms":{"Nave":[{"guid":"%s","id":3,"date":"2027-03-02T10:00:00+01:00",
                "start":"10:00","duration":"00:45","room":"Nave","title":"Great  bells","subtitle":null,"track":null,
                "type":"Talk","language":"pt-BR","abstract":"%s","description":null,
                "persons":[{"id":12,"guid":"%s","name":"Éloïse DUPONT"}],
                "links":[{"url":"https://bells.example/","title":"https://bells.example/"},
                {"url":"HTTP://bells.example/old","title":"Old"}]}]}}]}}}""".formatted(contribution, ABSTRACT.replace("\n", "\\n"), presenter);
    }

    private String calendar(String more) {
        return """
                BEGIN:VCALENDAR
                PRODID:-//Lectern//Lectern//EN
                VERSION:2.0
                X-WR-CALNAME:Any
                BEGIN:VEVENT
                UID:%s@lectern
                SUMMARY:Great bells
                LOCATION:Nave
                DESCRIPTION:Éloïse DUPONT\\n\\nNot HTML
                URL:https://conf.example/agenda/towers/talks/3
                CATEGORIES:Talk
                DTSTART:20270302T090000Z
                DTEND:20270302T094500Z
                %sEND:VEVENT
                END:VCALENDAR
                """.formatted(contribution, more).replace("\n", "\r\n");
    }

    private void requireUnchanged() {
        organiser
                .get("/contributions/3")
                .body("revision", equalTo(2))
                .body("title", equalTo("Great  bells"))
                .body("abstract", equalTo(ABSTRACT))
                .body("durationMinutes", equalTo(20))
                .body("links", hasSize(2))
                .body("links[0].title", nullValue())
                .body("tags", contains("loud"))
                .body("authors", hasSize(1));
        organiser.get("/presenters/" + presenter).body("revision", equalTo(1)).body("affiliation", equalTo("Bonn"));
        organiser.get("/presenters").body("items", hasSize(1));
    }

    private static void requireNothingNew(ValidatableResponse report) {
        report.body("created", equalTo(0))
                .body("unchanged", equalTo(1))
                .body("kept", empty())
                .body("doubts", empty())
                .body("presenters.created", equalTo(0))
                .body("presenters.updated", equalTo(0));
    }

    @Test
    void theXmlChangesNothing() {
        requireNothingNew(load("format=auto", xml("Great bells")));
        requireNothingNew(load("format=auto", xml("Great bells")));

        requireUnchanged();
    }

    @Test
    void theJsonChangesNothing() {
        requireNothingNew(load("format=auto", json()));

        requireUnchanged();
    }

    @Test
    void theCalendarChangesNothing() {
        requireNothingNew(load("format=auto", calendar("")).body("presenters.unchanged", equalTo(0)));

        requireUnchanged();
    }

    @Test
    void whatHasLostItsPlaceIsNotWithdrawn() {
        organiser
                .importFile("format=ics", calendar("STATUS:CANCELLED\r\n").getBytes(UTF_8))
                .statusCode(400);

        requireUnchanged();
    }

    @Test
    void itIsNoSourceThatStillHasWhatAnotherDropped() {
        requireNothingNew(load("format=auto", xml("Great bells")));

        load("format=csv&missing=withdraw", "id,number,title\nX-2,4,Clocks\n").body("withdrawn", equalTo(1));
    }

    @Test
    void whatSomebodyHasChangedInItIsTaken() {
        load("format=auto", xml("Small bells"))
                .body("updated", equalTo(1))
                .body("contributions[0].fields", contains("title"));

        organiser
                .get("/contributions/3")
                .body("title", equalTo("Small bells"))
                .body("abstract", equalTo(ABSTRACT))
                .body("durationMinutes", equalTo(20));
    }

    @Test
    void anotherConferenceIsFilledWithIt() {
        var file = xml("Great bells");
        organiser = CatalogClient.withConference();

        load("format=auto", file).body("created", equalTo(1)).body("presenters.created", equalTo(1));

        organiser
                .get("/contributions/3")
                .body("title", equalTo("Great bells"))
                .body("abstract", equalTo(ABSTRACT.strip()))
                .body("language", equalTo("pt-BR"))
                .body("links[0].title", nullValue())
                .body("presenters.name", contains("Éloïse DUPONT"));
        load("format=auto", file).body("unchanged", equalTo(1)).body("presenters.unchanged", equalTo(1));
    }

    @Test
    void anotherConferenceIsFilledWithTheCalendar() {
        var file = calendar("");
        organiser = CatalogClient.withConference();

        load("format=auto", file).body("created", equalTo(1));

        organiser
                .get("/contributions/3")
                .body("title", equalTo("Great bells"))
                .body("type", equalTo("Talk"))
                .body("abstract", containsString("Not HTML"))
                .body("tags", empty())
                .body("links", empty());
    }
}
