package dev.lectern.catalog.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class DetailsTest {

    private static final String ALL = """
            {"title":"Bells","code":"K7","language":"fr","links":[{"url":"https://bells.example/a","title":"Slides"}],
             "tags":["towers"],"customFields":[{"name":"Diet","value":"*none*"}],
             "authors":[{"honorific":"Prof.","familyName":"DUPONT","givenNames":"Éloïse","affiliation":"Liège"}],
             "coAuthors":[{"familyName":"SMITH","listed":"SMITH (as written)"}]}""";

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void allThatASubmissionSaysIsKept() {
        organiser
                .post("/contributions", ALL)
                .statusCode(201)
                .body("code", equalTo("K7"))
                .body("language", equalTo("fr"))
                .body("links[0].url", equalTo("https://bells.example/a"))
                .body("tags", contains("towers"))
                .body("customFields[0].value", equalTo("*none*"))
                .body("authors[0].listed", equalTo("Prof. DUPONT, Éloïse (Liège)"))
                .body("coAuthors[0].listed", equalTo("SMITH (as written)"));
    }

    @Test
    void whatIsNotSaidIsAbsent() {
        organiser
                .post("/contributions", "{\"title\":\"Bells\"}")
                .statusCode(201)
                .body("code", nullValue())
                .body("links", empty())
                .body("authors", empty());
    }

    @Test
    void attendeesAreToldWhatIsForThemAndNothingMore() {
        var id = organiser.post("/contributions", ALL).extract().<String>path("id");

        var event = last(UUID.fromString(id), 1);

        assertThat(event.get("language").asText()).isEqualTo("fr");
        assertThat(event.get("links").toString())
                .isEqualTo("[{\"url\":\"https://bells.example/a\",\"title\":\"Slides\"}]");
        assertThat(event.get("authors").toString())
                .isEqualTo("[{\"name\":\"Éloïse DUPONT\",\"affiliation\":\"Liège\"},"
                        + "{\"name\":\"SMITH\",\"affiliation\":null}]");
        assertThat(event.toString()).doesNotContain("Prof", "as written", "K7", "towers", "Diet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"language\":\"en\"}",
                "{\"links\":[{\"url\":\"https://bells.example/b\"}]}",
                "{\"authors\":[]}",
                "{\"coAuthors\":[]}"
            })
    void anEditOfWhatIsForAttendeesIsToldAndAnnouncedToNobody(String patch) {
        var id = organiser.post("/contributions", ALL).extract().<String>path("id");

        organiser.patch("/contributions/1", patch).statusCode(200).body("revision", equalTo(2));

        var event = last(UUID.fromString(id), 2);
        assertThat(event.get("revision").asInt()).isEqualTo(2);
        assertThat(event.get("announced").isNull()).isTrue();
    }

    @Test
    void anAnswerCanBeSentBack() {
        var created = organiser.post("/contributions", ALL).extract().asString();
        var answer = organiser.get("/contributions/1").extract().asString();

        organiser.patch("/contributions/1", created).statusCode(200).body("revision", equalTo(1));
        organiser.patch("/contributions/1", answer).statusCode(200).body("revision", equalTo(1));
        assertThat(organiser.get("/contributions/1").extract().asString()).isEqualTo(answer);
    }

    private static JsonNode last(UUID contribution, int records) {
        var found = TopicReader.of("lectern.catalog.contribution.v1").awaitRecords(contribution, records);
        try {
            return EventJson.MAPPER.readTree(found.get(found.size() - 1).value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
