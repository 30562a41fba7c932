package dev.lectern.catalog.contribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class HistoryTest {

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void eachChangeSaysWhoMadeItAndWhatItChanged() {
        // Given
        var presenter = organiser.presenter("DUPONT", "Eloise");
        organiser.contribution("Bells", presenter);
        // When
        organiser
                .patch("/contributions/1", "{\"title\":\"Clocks\",\"presenters\":[],\"comment\":\"Better\"}")
                .statusCode(200);
        organiser.put("/contributions/1/withdrawal", "{\"announce\":false}").statusCode(200);
        // Then
        organiser
                .get("/contributions/1/history")
                .statusCode(200)
                .body("items.revision", contains(3, 2, 1))
                .body("items[0].changes.field", contains("state"))
                .body("items[0].changes[0].old", equalTo("ACCEPTED"))
                .body("items[0].changes[0].new", equalTo("WITHDRAWN"))
                .body("items[0].announced", equalTo(false))
                .body("items[1].author", equalTo("Ada L."))
                .body("items[1].comment", equalTo("Better"))
                .body("items[1].changedAt", notNullValue())
                .body("items[1].announced", equalTo(true))
                .body("items[1].changes.field", contains("title", "presenters"))
                .body("items[1].changes[0].old", equalTo("Bells"))
                .body("items[1].changes[1].old[0].name", equalTo("Eloise DUPONT"))
                .body("items[1].changes[1].new", hasSize(0))
                .body("items[2].changes.field", hasItems("title", "presenters", "state"))
                .body("items[2].changes[0].old", equalTo(""));
    }

    @Test
    void theLastItemOfAPageIsComparedWithTheFirstOfTheNext() {
        organiser.contribution("A", organiser.presenter("DUPONT", "Eloise"));
        organiser.patch("/contributions/1", "{\"title\":\"B\"}").statusCode(200);
        organiser.patch("/contributions/1", "{\"title\":\"C\"}").statusCode(200);

        var token = organiser
                .get("/contributions/1/history?pageSize=1")
                .body("items[0].changes[0].old", equalTo("B"))
                .extract()
                .<String>path("nextPageToken");

        organiser
                .get("/contributions/1/history?pageSize=2&pageToken=" + token)
                .body("items.revision", contains(2, 1))
                .body("items[0].changes[0].old", equalTo("A"))
                .body("nextPageToken", nullValue());
    }

    @Test
    void anImportIsAChangeLikeAnyOtherAndARenameIsNone() {
        var table = "number,title,presenters\n1,Bells,\"DUPONT, Eloise\"\n";
        organiser.importFile("format=csv&comment=First", table.getBytes(UTF_8)).statusCode(200);
        var presenter = organiser.get("/presenters").extract().<String>path("items[0].id");
        organiser
                .patch("/presenters/" + presenter, "{\"givenNames\":\"Éloïse\"}")
                .statusCode(200);
        organiser
                .importFile("format=csv", table.replace("Bells", "Clocks").getBytes(UTF_8))
                .statusCode(200);

        organiser
                .get("/contributions/1/history")
                .body("items", hasSize(2))
                .body("items[0].changes.field", contains("title"))
                .body("items[1].comment", equalTo("First"));
    }

    @Test
    void whatOrganisersSayToEachOtherStaysInTheHistory() {
        // Given
        var words = "\"comment\":\"Better\",\"internalComment\":\"They insisted\"";
        var presenter = organiser.presenter("DUPONT", "Eloise");
        var twin = organiser.presenter("DUPONT", "Eloise");
        organiser.contribution("Bells", twin);
        // When
        organiser
                .patch("/contributions/1", "{\"title\":\"Clocks\"," + words + "}")
                .statusCode(200);
        organiser
                .patch("/contributions", "{\"contributions\":[{\"number\":1,\"title\":\"Ropes\"}]," + words + "}")
                .statusCode(200);
        organiser
                .put("/contributions/1/state", "{\"state\":\"CONFIRMED\"," + words + "}")
                .statusCode(200);
        organiser.put("/contributions/1/withdrawal", "{" + words + "}").statusCode(200);
        organiser
                .delete("/contributions/1/withdrawal?comment=Better&internalComment=They insisted")
                .statusCode(200);
        organiser
                .post("/presenters/" + presenter + "/merge", "{\"presenter\":\"" + twin + "\"," + words + "}")
                .statusCode(200);
        organiser
                .delete("/presenters/" + presenter + "?comment=Better&internalComment=They insisted")
                .statusCode(200);
        // Then
        organiser
                .get("/contributions/1/history")
                .statusCode(200)
                .body(
                        "items.internalComment",
                        contains(
                                "They insisted",
                                "They insisted",
                                "They insisted",
                                "They insisted",
                                "They insisted",
                                "They insisted",
                                "They insisted",
                                null))
                .body("items[0].comment", equalTo("Better"));
        var id = organiser.get("/contributions/1").extract().<String>path("id");
        var told = TopicReader.of(ContributionEvent.TOPIC).awaitRevision(UUID.fromString(id), 8);
        assertThat(told.stream().map(record -> new String(record.value(), UTF_8)))
                .noneMatch(state -> state.contains("insisted"))
                .anyMatch(state -> state.contains("Better"));
    }

    @Test
    void aConferenceHasAHistoryOfItsOwn() {
        // When
        organiser
                .patch(
                        "",
                        "{\"timeZone\":\"Europe/Lisbon\",\"comment\":\"We move\",\"internalComment\":\"Too dear here\"}")
                .statusCode(200);
        // Then
        organiser
                .get("/history")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].revision", equalTo(2))
                .body("items[0].author", equalTo("Ada L."))
                .body("items[0].comment", equalTo("We move"))
                .body("items[0].internalComment", equalTo("Too dear here"))
                .body("items[0].announced", equalTo(true));
        var id = organiser.get("").extract().<String>path("id");
        assertThat(TopicReader.of("lectern.catalog.conference.v1").awaitRecords(UUID.fromString(id), 2))
                .noneMatch(record -> new String(record.value(), UTF_8).contains("dear"));
    }
}
