package dev.lectern.catalog.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ManyPatchesTest {

    private CatalogClient organiser;
    private UUID bells;

    @BeforeEach
    void twoContributions() {
        organiser = CatalogClient.withConference();
        bells = organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));
        organiser.contribution("Clocks", organiser.presenter("SMITH", "John"));
    }

    @Test
    void manyContributionsChangeAtOnceAndEachIsOneEvent() {
        organiser
                .patch("/contributions", """
                        {"contributions":[{"number":2,"track":"Towers"},{"number":1,"track":"Towers","title":"Great bells"}],
                         "comment":"One track"}""")
                .statusCode(200)
                .body("items.number", contains(2, 1))
                .body("items.track", contains("Towers", "Towers"))
                .body("items.revision", contains(2, 2));

        var states = TopicReader.of(ContributionEvent.TOPIC).awaitRecords(bells, 2);
        var last = ContributionResourceTest.json(states.get(1).value());
        assertThat(last.at("/announced/comment").asText()).isEqualTo("One track");
        assertThat(last.get("title").asText()).isEqualTo("Great bells");
    }

    @Test
    void oneThatIsWrongLeavesAllAsTheyWereAndAllThatIsWrongIsSaid() {
        organiser
                .patch("/contributions", """
                        {"contributions":[{"number":1,"title":"Great bells"},{"number":2,"title":""},{"number":9},
                         {"number":1,"track":"x"},{"number":2,"room":"x"},{"number":2,"announce":false}]}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/contributions/1/title",
                                "/contributions/2/number",
                                "/contributions/3/number",
                                "/contributions/4/number",
                                "/contributions/5/announce"));

        organiser.get("/contributions").body("items.title", contains("Bells", "Clocks"));
        organiser.get("/contributions").body("items.revision", contains(1, 1));
    }

    @Test
    void whatChangesNothingMakesNoRevision() {
        organiser
                .patch("/contributions", "{\"contributions\":[{\"number\":1,\"title\":\"Bells\"}]}")
                .statusCode(200)
                .body("items[0].revision", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                | /contributions
            {"contributions":[]}                              | /contributions
            {"contributions":[null]}                          | /contributions/0
            {"contributions":[{"title":"A"}]}                 | /contributions/0/number
            {"contributions":[{"number":1,"tags":["a","a"]}]} | /contributions/0/tags/1""")
    void aFaultyRequestIsRefused(String body, String pointer) {
        organiser.patch("/contributions", body).statusCode(400).body("errors.pointer", contains(pointer));
    }
}
