package dev.lectern.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted is gone for callers, leaves nothing of anybody, and does not come back. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class DeletionTest {

    private static final String CONFERENCES = "lectern.catalog.conference.v1";
    private static final String CONTRIBUTIONS = "lectern.catalog.contribution.v1";
    private static final String PRESENTERS = "lectern.catalog.presenter.v1";

    private static final String CONFERENCE = """
            {"slug":"%s","timeZone":"Europe/Paris","days":["2027-03-02"]}""";

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void aDeletedContributionIsGoneAndItsNumberStaysTaken() {
        organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        organiser
                .delete("/contributions/1")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("number", equalTo(1))
                .body("state", equalTo("DELETED"))
                .body("title", equalTo(""))
                .body("presenters", empty())
                .body("revision", equalTo(2));

        organiser.get("/contributions/1").statusCode(404);
        organiser.delete("/contributions/1").statusCode(404);
        organiser.patch("/contributions/1", "{\"title\":\"Clocks\"}").statusCode(404);
        organiser.put("/contributions/1/withdrawal", "").statusCode(404);
        organiser.get("/contributions").body("items", empty());
        organiser.get("/presenters").body("items[0].contributions", empty());
        organiser
                .post("/contributions", "{\"title\":\"Clocks\",\"number\":1}")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:number-taken"));
        organiser.post("/contributions", "{\"title\":\"Clocks\"}").body("number", equalTo(2));
    }

    @Test
    void theDeletionOfAContributionIsAnnouncedAndSaysNothingOfIt() {
        var id = organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        organiser.delete("/contributions/1?comment=Mistake").statusCode(200);

        var last = last(CONTRIBUTIONS, id, 2);
        assertThat(last.get("deleted").asBoolean()).isTrue();
        assertThat(last.get("revision").asInt()).isEqualTo(2);
        assertThat(last.get("title").asText()).isEmpty();
        assertThat(last.get("presenters")).isEmpty();
        assertThat(last.get("announced").toString())
                .isEqualTo("{\"revision\":2,\"author\":\"Ada L.\",\"comment\":\"Mistake\"}");
    }

    @Test
    void aContributionThatWasAnnouncedIsWithdrawnInstead() {
        organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));
        organiser.patch("/contributions/1", "{\"title\":\"Clocks\"}").statusCode(200);

        organiser
                .delete("/contributions/1")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:already-announced"));

        organiser.get("/contributions/1").statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void aDeletionThatMissedAChangeIsStale() {
        organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        var here = "/catalog/conferences/" + organiser.slug();
        for (var path : List.of("/contributions/1", "")) {
            organiser
                    .request()
                    .header("If-Match", "\"7\"")
                    .delete(here + path)
                    .then()
                    .statusCode(412);
        }

        organiser.get("/contributions/1").statusCode(200);
    }

    @Test
    void anImportDoesNotBringADeletedContributionBackNorItsPresenter() {
        var report = report(2);
        organiser.importReport("", report).statusCode(200);
        organiser.delete("/contributions/1").statusCode(200);

        organiser
                .importReport("", report(3))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("contributions.number", contains(2, 3))
                .body("presenters.unchanged", equalTo(1))
                .body("presenters.created", equalTo(1))
                .body("notUnderstood.line", contains(3))
                .body("notUnderstood.reason", contains("contribution 1 was deleted here"));

        organiser.get("/contributions/1").statusCode(404);
    }

    @Test
    void aDeletedConferenceIsGoneForEverybodyAndItsSlugStaysTaken() {
        organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));
        organiser.patch("", "{\"title\":\"Clocks and Bells\"}").statusCode(200);

        organiser
                .delete("")
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("slug", equalTo(organiser.slug()))
                .body("title", equalTo(""))
                .body("organisers", empty())
                .body("state", equalTo("DELETED"))
                .body("revision", equalTo(3));

        for (var path : List.of("", "/contributions", "/contributions/1", "/presenters")) {
            organiser.get(path).statusCode(404);
            given().auth()
                    .oauth2(TestTokens.admin())
                    .get("/catalog/conferences/" + organiser.slug() + path)
                    .then()
                    .statusCode(404);
        }
        organiser.delete("").statusCode(404);
        organiser.post("/contributions", "{\"title\":\"Clocks\"}").statusCode(404);
        organiser.importReport("", report(1)).statusCode(404);
        organiser.request().get("/catalog/conferences").then().body("items", empty());
        organiser
                .request()
                .body(CONFERENCE.formatted(organiser.slug()))
                .post("/catalog/conferences")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:slug-taken"));
    }

    @Test
    void aConferenceOfOthersIsNotDeleted() {
        CatalogClient.withConference()
                .request()
                .delete("/catalog/conferences/" + organiser.slug())
                .then()
                .statusCode(404);

        organiser.get("").statusCode(200);
    }

    @Test
    void everythingOfADeletedConferenceIsToldAsDeletedWithoutAnybodysName() {
        var conference = organiser.conferenceId();
        var presenter = organiser.presenter("ZYGALSKI", "Henryk");
        organiser
                .patch("/presenters/" + presenter, "{\"email\":\"henryk@uni.example\"}")
                .statusCode(200);
        var changed = organiser.contribution("Bells of ZYGALSKI", presenter);
        var deletedBefore = organiser.contribution("Clocks", presenter);
        organiser
                .patch("/contributions/1", "{\"title\":\"More bells of ZYGALSKI\",\"comment\":\"ZYGALSKI\"}")
                .statusCode(200);
        organiser.delete("/contributions/2?comment=ZYGALSKI").statusCode(200);
        organiser
                .patch("", "{\"title\":\"ZYGALSKI 1927\",\"comment\":\"ZYGALSKI\"}")
                .statusCode(200);

        organiser.delete("").statusCode(200);

        var told = List.of(
                last(CONFERENCES, conference, 3),
                last(CONTRIBUTIONS, changed, 3),
                last(CONTRIBUTIONS, deletedBefore, 3),
                last(PRESENTERS, presenter, 3));
        assertThat(told).allSatisfy(event -> {
            assertThat(event.get("deleted").asBoolean()).isTrue();
            assertThat(event.get("revision").asInt()).isEqualTo(3);
            assertThat(event.toString())
                    .doesNotContain("ZYGALSKI", "Henryk", "henryk@", "Ada L.", organiser.email(), "Clocks");
        });
        assertThat(told.get(0).at("/announced/revision").asInt()).isEqualTo(2);
        assertThat(told.get(1).at("/announced/revision").asInt()).isEqualTo(2);
        assertThat(rowsAbout(conference)).doesNotContain("ZYGALSKI", "Henryk", "Ada L.", organiser.email(), "Clocks");
    }

    @Test
    void noAnswerThatWouldBeRepeatedQuotesADeletedConference() {
        var slug = organiser.slug() + "-again";
        post("/catalog/conferences", CONFERENCE.formatted(slug)).statusCode(201);
        post("/catalog/conferences/" + slug + "/presenters", "{\"familyName\":\"ZYGALSKI\"}")
                .statusCode(201);
        post("/catalog/conferences/" + slug + "/presenters/addresses", "name,email\nZYGALSKI,z@uni.example\n")
                .statusCode(200);
        assertThat(answersAbout(slug)).isEqualTo(3);

        organiser.request().delete("/catalog/conferences/" + slug).then().statusCode(200);

        assertThat(answersAbout(slug)).isZero();
    }

    @Test
    void aConferenceOfTwoThousandContributionsIsDeletedAtOnce() {
        var contributions = 2000;
        organiser.importReport("", report(contributions)).statusCode(200);
        var conference = organiser.conferenceId().toString();

        organiser.delete("").statusCode(200);

        org.awaitility.Awaitility.await().untilAsserted(() -> {
            assertThat(deletedIn(CONTRIBUTIONS, conference)).isEqualTo(contributions);
            assertThat(deletedIn(PRESENTERS, conference)).isEqualTo(contributions);
        });
    }

    private ValidatableResponse post(String path, String body) {
        return organiser
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    private static long answersAbout(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) Panache.getEntityManager()
                .createNativeQuery(
                        "select count(*) from kept_answer where position(:slug in concat(location, path)) > 0",
                        Long.class)
                .setParameter("slug", slug)
                .getSingleResult());
    }

    /** Contributions from 1, each with a presenter of its own; the first one begins on line 3. */
    private static byte[] report(int contributions) {
        return IntStream.rangeClosed(1, contributions)
                .mapToObj("Contribution ID: %1$d\n\nTitle %1$d\n\nPresenter: FAMILY%1$d, Given (Liège)\n"::formatted)
                .collect(Collectors.joining("\n", "Report of Contributions\n\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long deletedIn(String topic, String conference) {
        return TopicReader.of(topic).records().stream()
                .map(record -> json(record.value()))
                .filter(event -> event.get("conferenceId").asText().equals(conference)
                        && event.get("deleted").asBoolean())
                .count();
    }

    private static String rowsAbout(UUID conference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("""
                                select cast(row_to_json(conference) as text) from conference where id = :id
                                union all
                                select cast(row_to_json(contribution) as text) from contribution where conference_id = :id
                                union all
                                select cast(row_to_json(presenter) as text) from presenter where conference_id = :id""")
                        .setParameter("id", conference)
                        .getResultList()
                        .toString());
    }

    private static JsonNode last(String topic, UUID key, int records) {
        var found = TopicReader.of(topic).awaitRecords(key, records);
        return json(found.get(found.size() - 1).value());
    }

    private static JsonNode json(byte[] value) {
        try {
            return EventJson.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
