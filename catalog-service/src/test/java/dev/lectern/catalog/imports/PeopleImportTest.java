package dev.lectern.catalog.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom files mean: by what they call people, by addresses, by names; and what is said where that is in doubt. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class PeopleImportTest {

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    private ValidatableResponse importTable(String... presenters) {
        var table = new StringBuilder("number,title,presenters\n");
        for (var i = 0; i < presenters.length; i++) {
            table.append(i + 1).append(",Bells,\"").append(presenters[i]).append("\"\n");
        }
        return organiser
                .importFile("format=csv", table.toString().getBytes(UTF_8))
                .statusCode(200);
    }

    /** Each speaker as {@code code name address}, with a bar between them. */
    private ValidatableResponse importPretalx(String... speakers) {
        var submissions = new StringBuilder();
        for (var i = 0; i < speakers.length; i++) {
            var speaker = speakers[i].split("\\|", -1);
            submissions.append(submissions.isEmpty() ? "" : ",").append("""
                    {"code": "T%d", "title": "Bells", "submission_type": "Talk",
                     "speakers": [{"code": "%s", "name": "%s", "email": %s}]}""".formatted(
                            i, speaker[0], speaker[1], speaker.length < 3 ? "null" : "\"" + speaker[2] + "\""));
        }
        return organiser
                .importFile("format=pretalx-json", ("{\"results\": [" + submissions + "]}").getBytes(UTF_8))
                .statusCode(200);
    }

    private String create(String presenter) {
        return organiser
                .post("/presenters", presenter)
                .statusCode(201)
                .extract()
                .path("id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DUPONT, Éloïse (Liège)   | dupont, ELOISE (liege)",
                "DUPONT, Éloïse (Liège)   | DUPONT,  E\u0301loi\u0308se (Liège)",
                "Ｍadonna                 | MADONNA",
            })
    void aNameIsTheSameInAnyCaseWithOrWithoutAccents(String before, String after) {
        importTable(before);

        importTable(after).body("presenters.created", equalTo(0)).body("doubts", empty());

        organiser.get("/presenters").body("items", hasSize(1));
    }

    @Test
    void aNameThatTwoKnownPeopleBearIsSomebodyNewAndInDoubt() {
        importTable("SMITH, John (Bonn); SMITH, John (Köln)");

        importTable("SMITH, John (Kiel)")
                .body("presenters.created", equalTo(1))
                .body("doubts.line", contains(2))
                .body("doubts.text", contains("SMITH, John (Kiel)"))
                .body("doubts.reason", contains("could be any of 2 known people of that name; a new one was made"));
        importTable("SMITH, John (Kiel)").body("presenters.created", equalTo(0)).body("doubts", empty());
    }

    @Test
    void anotherSpellingWithAnotherAffiliationIsInDoubtToo() {
        importTable("MÜLLER, Ada (Bonn)");

        importTable("MULLER, Ada (Köln)")
                .body("presenters.created", equalTo(1))
                .body("doubts.reason", contains("could be MÜLLER, Ada (Bonn), who is known; a new one was made"));
    }

    @Test
    void twoSpellingsInOneFileAreTwoPeopleInDoubt() {
        importTable("MÜLLER, Ada");

        importTable("MÜLLER, Ada; MULLER, Ada")
                .body("presenters.created", equalTo(1))
                .body("doubts.reason", contains("could be MÜLLER, Ada, who is known; a new one was made"))
                .body("doubts.merge", hasSize(1));
        importTable("MÜLLER, Ada; MULLER, Ada")
                .body("presenters.unchanged", equalTo(2))
                .body("doubts", empty());
    }

    @Test
    void ofTwoWhoAreCalledTheSameItIsWhoPresentsTheContributionAlready() {
        importPretalx("A1|John Smith", "B2|John Smith");
        var before = organiser.get("/contributions/1").extract().<String>path("presenters[0].id");

        importTable("John Smith", "John Smith")
                .body("presenters.created", equalTo(0))
                .body("presenters.unchanged", equalTo(2))
                .body("doubts", empty());

        organiser.get("/contributions/1").body("presenters.id", contains(before));
    }

    @Test
    void anAddressTellsWhoItIsUnderAnotherName() {
        create("""
                {"familyName": "DUPONT", "givenNames": "Éloïse", "email": "e@liege.example"}""");

        importPretalx("A1|Éloïse Martin|E@liege.example")
                .body("presenters.created", equalTo(0))
                .body("doubts", empty());

        // What a person entered stays.
        organiser
                .get("/presenters")
                .body("items.name", contains("Éloïse DUPONT"))
                .body("items.email", contains("e@liege.example"));
        importPretalx("A1|Éloïse Martin-Dupont|e@liege.example").body("presenters.updated", equalTo(1));
        organiser.get("/presenters").body("items.name", contains("Éloïse Éloïse Martin-Dupont"));
    }

    @Test
    void anAddressThatTwoInTheFileShareTellsNothing() {
        create("""
                {"familyName": "Office", "email": "office@liege.example"}""");

        importPretalx("A1|Ada Office|office@liege.example", "B2|Bob Office|office@liege.example")
                .body("presenters.created", equalTo(2))
                .body("doubts", hasSize(2));
    }

    @Test
    void anAddressOfSomebodyWhoIsCalledOtherwiseIsADoubt() {
        create("""
                {"familyName": "DUPONT", "givenNames": "Éloïse", "email": "e@liege.example"}""");

        importPretalx("A1|John Smith|e@liege.example")
                .body("presenters.created", equalTo(1))
                .body(
                        "doubts.reason",
                        contains("has the address of somebody known who is called otherwise; a new one was made"));
    }

    @Test
    void anAddressInAFileIsGivenToWhoHasNone() {
        importPretalx("A1|John Smith");

        importPretalx("A1|John Smith|j@bonn.example").body("presenters.updated", equalTo(1));
        organiser.get("/presenters").body("items.email", contains("j@bonn.example"));
        importPretalx("A1|John Smith|j@bonn.example").body("presenters.unchanged", equalTo(1));
        // Silence takes nothing away, and what changes in the file changes here.
        importPretalx("A1|John Smith").body("presenters.unchanged", equalTo(1));
        importPretalx("A1|John Smith|john@bonn.example").body("presenters.updated", equalTo(1));
        organiser.get("/presenters").body("items.email", contains("john@bonn.example"));
    }

    @Test
    void anAddressThatAPersonEnteredOrTookAwayStaysSo() {
        importPretalx("A1|John Smith|j@bonn.example");
        var id = organiser.get("/presenters").extract().<String>path("items[0].id");

        organiser
                .patch("/presenters/" + id, "{\"email\": \"mine@kiel.example\"}")
                .statusCode(200);
        importPretalx("A1|John Smith|other@bonn.example").body("presenters.unchanged", equalTo(1));
        organiser.get("/presenters").body("items.email", contains("mine@kiel.example"));

        organiser.patch("/presenters/" + id, "{\"email\": null}").statusCode(200);
        importPretalx("A1|John Smith|other@bonn.example").body("presenters.unchanged", equalTo(1));
        organiser.get("/presenters").body("items.email", contains(nullValue()));
    }

    @ParameterizedTest
    @CsvSource({"nobody", "a b@c.example", "é@bonn.example"})
    void whatIsNoAddressIsLeftOutAndReported(String address) {
        importPretalx("A1|John Smith|" + address)
                .body("doubts.line", contains(1))
                .body("doubts.reason", contains("what is said to be their address is none"));

        organiser.get("/presenters").body("items.email", contains(nullValue()));
    }
}
