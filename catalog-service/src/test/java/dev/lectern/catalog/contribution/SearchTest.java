package dev.lectern.catalog.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class SearchTest {

    private CatalogClient organiser;

    @BeforeEach
    void aProgramme() {
        organiser = CatalogClient.withConference();
        organiser.contribution("Why bells are late", organiser.presenter("DUPONT", "Éloïse"));
        organiser.contribution("Quantum gravity", organiser.presenter("ØSTERGAARD", "Søren"));
        organiser.post("/contributions", """
                        {"title":"Clocks","abstract":"The gravity of *bells* in Straße towers","code":"K7PQ",
                         "authors":[{"familyName":"NAÏVE","givenNames":"Ann"}]}""").statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            bells,              1 3
            BELL,               1 3
            eloise dupont,      1
            Éloïse,             1
            dupont bells,       1
            ostergaard,         2
            Soren,              2
            gravity,            2 3
            quantm,             2
            qantum gravty,      2
            bell gravity,       3
            naive,              3
            strasse,            3
            k7pq,               3
            2,                  2
            bells quantum,      ''
            zebra,              ''""")
    void whatIsFoundHasAllWordsTheBestFirst(String query, String numbers) {
        var found = search(query).statusCode(200).extract().<List<Integer>>path("items.number");

        assertThat(found.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "'", "' | '", "!&", "\\", "ŉ", "a:*", "(", "''''", "＇", "_", "<->", "\u202e"})
    void signsThatMeanSomethingToADatabaseMeanNothing(String query) {
        search(query).statusCode(200);
    }

    @Test
    void aSearchFollowsWhatIsChanged() {
        organiser.patch("/contributions/1", "{\"title\":\"Sundials\"}").statusCode(200);
        var presenter = organiser.get("/presenters?q=DUPONT").extract().<String>path("items[0].id");
        organiser
                .patch("/presenters/" + presenter, "{\"familyName\":\"MARTIN\"}")
                .statusCode(200);

        search("sundials").body("items.number", contains(1));
        search("martin").body("items.number", contains(1));
        search("dupont").body("items", empty());
    }

    @Test
    void whatIsDeletedOrInAnotherConferenceIsNotFound() {
        organiser.delete("/contributions/2").statusCode(200);

        search("quantum").body("items", empty());
        CatalogClient.withConference().get("/contributions?q=bells").body("items", empty());
    }

    @Test
    void whatIsFoundComesInPagesAndIsFiltered() {
        var token = organiser
                .get("/contributions?q=bells&pageSize=1")
                .body("items.number", contains(1))
                .extract()
                .<String>path("nextPageToken");

        organiser
                .get("/contributions?q=bells&pageSize=1&pageToken=" + token)
                .body("items.number", contains(3))
                .body("nextPageToken", nullValue());
        organiser.put("/contributions/3/withdrawal", "").statusCode(200);
        organiser.get("/contributions?q=bells&state=WITHDRAWN").body("items.number", contains(3));
    }

    private ValidatableResponse search(String query) {
        return organiser
                .request()
                .queryParam("q", query)
                .get("/catalog/conferences/" + organiser.slug() + "/contributions")
                .then();
    }
}
