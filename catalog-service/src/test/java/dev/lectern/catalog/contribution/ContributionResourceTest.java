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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ContributionResourceTest {

    @Test
    void aContributionKeepsItsTextToTheCharacter() {
        var organiser = CatalogClient.withConference();

        organiser
                .post("/contributions", "{\"title\":\"Bells\",\"abstract\":\"One *two*.\\n\\n  three\\n\"}")
                .statusCode(201)
                .body("number", equalTo(1))
                .body("abstract", equalTo("One *two*.\n\n  three\n"))
                .body("type", nullValue())
                .body("presenters", empty())
                .body("state", equalTo("ACCEPTED"));
    }

    @Test
    void aNumberIsTheHighestPlusOneOrAsGivenAndNeverTwice() {
        var organiser = CatalogClient.withConference();

        organiser
                .post("/contributions", "{\"title\":\"A\",\"number\":7}")
                .statusCode(201)
                .body("number", equalTo(7));
        organiser.post("/contributions", "{\"title\":\"B\"}").statusCode(201).body("number", equalTo(8));
        organiser
                .post("/contributions", "{\"title\":\"C\",\"number\":7}")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:number-taken"));
    }

    @Test
    void contributionsMadeAtOnceGetNumbersOfTheirOwn() throws InterruptedException {
        var organiser = CatalogClient.withConference();
        var pool = Executors.newFixedThreadPool(6);
        Callable<Integer> create = () ->
                organiser.post("/contributions", "{\"title\":\"A\"}").extract().statusCode();

        var created = pool.invokeAll(IntStream.range(0, 6).mapToObj(i -> create).toList());
        pool.shutdown();

        assertThat(created).allSatisfy(status -> assertThat(status.get()).isEqualTo(201));
        organiser.get("/contributions").body("items.number", contains(1, 2, 3, 4, 5, 6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":""}                                                               | /title
            {"title":"A","number":1000000000}                                          | /number
            {"title":"A","number":0}                                                   | /number
            {"title":"A","durationMinutes":0}                                          | /durationMinutes
            {"title":"A","durationMinutes":"30"}                                       | /durationMinutes
            {"title":"A","presenters":[{"id":"00000000-0000-0000-0000-000000000000"}]} | /presenters/0/id
            {"title":"A","presenters":[{"id":"ada"}]}                                  | /presenters/0/id
            {"title":"A","presenters":[{}]}                                            | /presenters/0/id
            {"title":"A","expectedAudience":-1}                                        | /expectedAudience
            {"title":"A","features":["organ","Organ"]}                                 | /features/1
            {"title":"A","features":[null]}                                            | /features/0
            {"title":"A","links":[{"url":"javascript:alert(1)"}]}                      | /links/0/url
            {"title":"A","links":[null]}                                               | /links/0
            {"title":"A","authors":[{"familyName":" "}]}                               | /authors/0/familyName
            {"title":"A","customFields":[{"name":"Diet"}]}                             | /customFields/0/value
            {"title":"A","tags":["a","A"]}                                             | /tags/1
            {"title":"A\\u0000B"}                                                      | /title""")
    void aFaultyContributionIsRefused(String body, String pointer) {
        CatalogClient.withConference()
                .post("/contributions", body)
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void aPresenterOfAnotherConferenceIsNotKnownHere() {
        var foreign = CatalogClient.withConference().presenter("DUPONT", "Eloise");

        CatalogClient.withConference()
                .post("/contributions", "{\"title\":\"A\",\"presenters\":[{\"id\":\"" + foreign + "\"}]}")
                .statusCode(400)
                .body("errors.pointer", contains("/presenters/0/id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"eloise@uni.example\"",
                "{\"email\":\"Eloise@uni.example\"}",
                "\"Eloise DUPONT\"",
                "\"dupont, eloise\"",
                "{\"name\":\"Eloise  DUPONT\"}"
            })
    void aPresenterIsNamedByAnAddressOrANameThatNobodyElseHas(String reference) {
        // Given
        var organiser = CatalogClient.withConference();
        var eloise = organiser.presenter("DUPONT", "Eloise");
        organiser.presenter("DUPONT", "Eloi");
        organiser
                .patch("/presenters/" + eloise, "{\"email\":\"eloise@uni.example\"}")
                .statusCode(200);
        // When
        var answer = organiser.post("/contributions", "{\"title\":\"A\",\"presenters\":[" + reference + "]}");
        // Then
        answer.statusCode(201).body("presenters.id", contains(eloise.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Eloise DUPONT"               | /presenters/0
            {"name":"Eloise DUPONT"}      | /presenters/0/name
            {"name":"Nobody"}             | /presenters/0/name
            "nobody@uni.example"          | /presenters/0
            {"email":"nobody@uni.example"} | /presenters/0/email""")
    void aNameThatTwoHaveOrNobodyIsRefused(String reference, String pointer) {
        // Given
        var organiser = CatalogClient.withConference();
        organiser.presenter("DUPONT", "Eloise");
        organiser.presenter("DUPONT", "Eloise");
        // When
        var answer = organiser.post("/contributions", "{\"title\":\"A\",\"presenters\":[" + reference + "]}");
        // Then
        answer.statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void anAnnouncedChangeIsRememberedWhenAQuietOneFollows() {
        var organiser = CatalogClient.withConference();
        var id = organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        organiser
                .patch("/contributions/1", "{\"title\":\"Clocks\",\"comment\":\"Better\"}")
                .body("revision", equalTo(2));
        organiser
                .patch("/contributions/1", "{\"track\":\"Towers\",\"announce\":false}")
                .body("revision", equalTo(3));

        var states = TopicReader.of(ContributionEvent.TOPIC).awaitRecords(id, 3);
        assertThat(json(states.get(0).value()).get("announced").isNull()).isTrue();
        assertThat(json(states.get(2).value()).get("announced").toString())
                .isEqualTo("{\"revision\":2,\"author\":\"Ada L.\",\"comment\":\"Better\"}");
        assertThat(json(states.get(2).value()).get("track").asText()).isEqualTo("Towers");
    }

    @Test
    void whatOnlyOrganisersSeeIsNoNewsToAnybody() {
        // Given
        var organiser = CatalogClient.withConference();
        var id = organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));
        // When
        organiser
                .patch(
                        "/contributions/1",
                        "{\"expectedAudience\":120,\"features\":[\" organ \"],\"sessionClassification\":\"Towers\"}")
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("expectedAudience", equalTo(120))
                .body("features", contains("organ"))
                .body("sessionClassification", equalTo("Towers"));
        // Then
        var states = TopicReader.of(ContributionEvent.TOPIC).awaitRecords(id, 2);
        var before = json(states.get(0).value());
        var after = json(states.get(1).value());
        assertThat(after.get("changedAt")).isEqualTo(before.get("changedAt"));
        assertThat(after.get("announced").isNull()).isTrue();
        assertThat(after.get("expectedAudience").asInt()).isEqualTo(120);
        assertThat(after.get("features").toString()).isEqualTo("[\"organ\"]");
        assertThat(after.get("sessionClassification").asText()).isEqualTo("Towers");
        assertThat(before.has("features")).isFalse();
    }

    @Test
    void whatIsVisibleIsAnnouncedWithWhatIsNot() {
        var organiser = CatalogClient.withConference();
        organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        organiser
                .patch("/contributions/1", "{\"expectedAudience\":120,\"title\":\"Clocks\"}")
                .body("revision", equalTo(2));

        organiser
                .delete("/contributions/1")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:already-announced"));
    }

    @Test
    void whatChangesNothingMakesNoRevisionAndNoEvent() {
        var organiser = CatalogClient.withConference();
        var id = organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        organiser
                .patch("/contributions/1", "{\"title\":\"Bells\"}")
                .statusCode(200)
                .body("revision", equalTo(1));
        organiser
                .patch("/contributions/1", "{\"title\":\"Clocks\"}")
                .statusCode(200)
                .body("revision", equalTo(2));

        assertThat(TopicReader.of(ContributionEvent.TOPIC).awaitRecords(id, 2)).hasSize(2);
    }

    @Test
    void aWithdrawalIsCountedAndCanBeTakenBack() {
        var organiser = CatalogClient.withConference();
        var id = organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        organiser
                .put("/contributions/1/withdrawal", "{\"comment\":\"Ill\"}")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        organiser.put("/contributions/1/withdrawal", "").statusCode(200).body("revision", equalTo(2));
        organiser
                .delete("/contributions/1/withdrawal?comment=Well")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));

        var last = json(TopicReader.of(ContributionEvent.TOPIC)
                .awaitRecords(id, 3)
                .get(2)
                .value());
        assertThat(last.get("withdrawals").intValue()).isEqualTo(1);
        assertThat(last.get("state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void aListIsFiltered() {
        var organiser = CatalogClient.withConference();
        var presenter = organiser.presenter("DUPONT", "Eloise");
        organiser.contribution("Bells", presenter);
        organiser.contribution("Clocks", organiser.presenter("SMITH", "John"));
        organiser.put("/contributions/2/withdrawal", "").statusCode(200);

        organiser.get("/contributions?q=bell").body("items.number", contains(1));
        organiser.get("/contributions?state=WITHDRAWN").body("items.number", contains(2));
        organiser.get("/contributions?presenter=" + presenter).body("items.number", contains(1));
        organiser
                .get("/contributions?pageSize=1")
                .body("items.number", contains(1))
                .body("nextPageToken", equalTo("MQ"));
        organiser
                .get("/contributions?pageSize=1&pageToken=MQ")
                .body("items.number", contains(2))
                .body("nextPageToken", nullValue());
        organiser.get("/contributions?q=%25").body("items", empty());
        organiser.get("/contributions?state=LOST").statusCode(400).body("errors.parameter", contains("state"));
        organiser.get("/contributions/99").statusCode(404);
    }

    static JsonNode json(byte[] value) {
        try {
            return EventJson.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRenamedPresenterRaisesTheRevisionWithoutNews() {
        var organiser = CatalogClient.withConference();
        var presenter = organiser.presenter("DUPONT", "Eloise");
        UUID id = organiser.contribution("Bells", presenter);

        organiser
                .patch("/presenters/" + presenter, "{\"givenNames\":\"Éloïse\"}")
                .statusCode(200);

        var last = json(TopicReader.of(ContributionEvent.TOPIC)
                .awaitRecords(id, 2)
                .get(1)
                .value());
        assertThat(last.at("/presenters/0/name").asText()).isEqualTo("Éloïse DUPONT");
        assertThat(last.get("announced").isNull()).isTrue();
    }
}
