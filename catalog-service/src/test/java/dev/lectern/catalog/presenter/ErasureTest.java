package dev.lectern.catalog.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A presenter who is erased leaves nothing but ids. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class ErasureTest {

    private static final String CONTRIBUTIONS = "lectern.catalog.contribution.v1";
    private static final String PRESENTERS = "lectern.catalog.presenter.v1";
    private static final List<String> TABLES = List.of(
            "presenter",
            "presenter_alias",
            "contribution",
            "contribution_search",
            "history_entry",
            "kept_answer",
            "outbox");

    private final AgroalDataSource database;
    private final String familyName = "ZYG" + UUID.randomUUID();
    private CatalogClient organiser;
    private UUID henryk;

    ErasureTest(AgroalDataSource database) {
        this.database = database;
    }

    @BeforeEach
    void aPresenter() {
        organiser = CatalogClient.withConference();
        henryk = organiser.presenter(familyName, "Henryk");
        organiser
                .patch(
                        "/presenters/" + henryk,
                        "{\"email\":\"" + familyName + "@uni.example\",\"affiliation\":\"Poznań\"}")
                .statusCode(200);
    }

    @Test
    void nobodyFindsThemAnyMoreAndTheAnswerSaysNothingOfThem() {
        organiser
                .delete("/presenters/" + henryk)
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("id", equalTo(henryk.toString()))
                .body("name", equalTo(""))
                .body("email", nullValue())
                .body("contributions", empty())
                .body("revision", equalTo(3));

        organiser.get("/presenters/" + henryk).statusCode(404);
        organiser.delete("/presenters/" + henryk).statusCode(404);
        organiser.get("/presenters").body("items", empty());
    }

    @Test
    void anErasureThatMissedAChangeIsStale() {
        organiser
                .request()
                .header("If-Match", "\"1\"")
                .delete("/catalog/conferences/" + organiser.slug() + "/presenters/" + henryk)
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Henryk " + familyName));
    }

    @Test
    void aPresenterOfAnotherConferenceIsNotErased() {
        CatalogClient.withConference().delete("/presenters/" + henryk).statusCode(404);

        organiser.get("/presenters/" + henryk).statusCode(200);
    }

    @Test
    void theirContributionsGoOnWithoutThemAndSayForWhoseSakeNobodyIsTold() {
        var bells = organiser.contribution("Bells", henryk);

        organiser.delete("/presenters/" + henryk + "?comment=Asked").statusCode(200);

        organiser.get("/contributions/1").body("presenters", empty()).body("title", equalTo("Bells"));
        var event = last(CONTRIBUTIONS, bells, 2);
        assertThat(event.get("presenters")).isEmpty();
        assertThat(event.get("erasedPresenters")).extracting(JsonNode::asText).containsExactly(henryk.toString());
        assertThat(event.at("/announced/comment").asText()).isEqualTo("Asked");
        organiser.patch("/contributions/1", "{\"title\":\"Clocks\"}").statusCode(200);
        assertThat(last(CONTRIBUTIONS, bells, 3).get("erasedPresenters")).hasSize(1);
    }

    @Test
    void asAnAuthorTheyAreGoneTooAndANamesakeElsewhereStays() {
        // Given
        var author = "{\"familyName\":\"" + familyName + "\",\"givenNames\":\"Henryk\",\"affiliation\":\"%s\"}";
        organiser
                .post(
                        "/contributions",
                        "{\"title\":\"Bells\",\"authors\":[%s],\"coAuthors\":[%s]}"
                                .formatted(author.formatted("Poznań"), author.formatted("Kraków")))
                .statusCode(201);
        organiser.patch("/contributions/1", "{\"title\":\"Clocks\"}").statusCode(200);
        // When
        organiser.delete("/presenters/" + henryk).statusCode(200);
        // Then
        organiser.get("/contributions/1").body("authors", empty()).body("coAuthors.affiliation", contains("Kraków"));
        organiser
                .get("/contributions/1/history")
                .body("items.revision", contains(3, 2, 1))
                .body("items[2].changes.field", hasItem("coAuthors"))
                .body("items[2].changes.field", not(hasItem("authors")));
    }

    @Test
    void nothingIsToldOfThemAsAnAuthor() {
        var id = organiser
                .post(
                        "/contributions",
                        "{\"title\":\"Bells\",\"authors\":[{\"familyName\":\"%s\",\"givenNames\":\"Henryk\"}]}"
                                .formatted(familyName))
                .extract()
                .<String>path("id");

        organiser.delete("/presenters/" + henryk).statusCode(200);

        var event = last(CONTRIBUTIONS, UUID.fromString(id), 2);
        assertThat(event.has("authors")).isFalse();
        assertThat(event.toString()).doesNotContain(familyName);
    }

    @Test
    void aQuietErasureIsNotAnnounced() {
        var bells = organiser.contribution("Bells", henryk);

        organiser.delete("/presenters/" + henryk + "?announce=false").statusCode(200);

        assertThat(last(CONTRIBUTIONS, bells, 2).get("announced").isNull()).isTrue();
    }

    @Test
    void theirLastStateIsBlank() {
        organiser.delete("/presenters/" + henryk).statusCode(200);

        var event = last(PRESENTERS, henryk, 3);
        assertThat(event.get("deleted").asBoolean()).isTrue();
        assertThat(event.has("mergedInto")).isFalse();
        assertThat(event.toString()).doesNotContain(familyName, "Henryk", "Poznań");
    }

    @Test
    void noTableHasAnythingOfThem() {
        organiser.importReport("", report(familyName + ", H. (Poznań)")).statusCode(200);
        var imported =
                UUID.fromString(organiser.get("/contributions/1").extract().path("presenters[0].id"));
        organiser
                .post("/presenters/" + henryk + "/merge", "{\"presenter\":\"" + imported + "\"}")
                .statusCode(200);
        organiser
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("title", "Clocks", "presenters", List.of(Map.of("id", henryk))))
                .post("/catalog/conferences/" + organiser.slug() + "/contributions")
                .then()
                .statusCode(201);
        assertThat(rows()).contains(familyName);

        organiser.delete("/presenters/" + henryk).statusCode(200);

        assertThat(rows()).doesNotContain(familyName);
    }

    @Test
    void anAnswerThatQuotesOthersIsStillRepeated() {
        var key = UUID.randomUUID();
        var first = post(key);

        organiser.delete("/presenters/" + henryk).statusCode(200);

        assertThat(post(key)).isEqualTo(first);
    }

    @Test
    void whatWasStillToBeSentOfThemIsForgotten() throws SQLException {
        organiser.contribution("Bells", henryk);
        try (var relay = database.getConnection();
                var statement = relay.createStatement()) {
            relay.setAutoCommit(false);
            // As the relay does while it waits for the broker.
            statement.execute("select pg_advisory_xact_lock(7067001)");
            organiser
                    .post(
                            "/contributions",
                            "{\"title\":\"Clocks\",\"authors\":[{\"familyName\":\"%s\",\"givenNames\":\"Henryk\"}]}"
                                    .formatted(familyName))
                    .statusCode(201);
            organiser
                    .patch("/presenters/" + henryk, "{\"affiliation\":\"Lwów\"}")
                    .statusCode(200);
            organiser.delete("/presenters/" + henryk).statusCode(200);

            assertThat(unsent())
                    .hasSize(4)
                    .allSatisfy(payload -> assertThat(payload).doesNotContain(familyName));
            relay.rollback();
        }
    }

    @Test
    void anImportDoesNotBringTheirIdBack() {
        organiser.importReport("", report("BO, Bea (Liège)")).statusCode(200);
        var bea = UUID.fromString(organiser.get("/contributions/1").extract().path("presenters[0].id"));
        organiser.delete("/presenters/" + bea).statusCode(200);

        organiser
                .importReport("", report("BO, Bea (Liège)"))
                .statusCode(200)
                .body("presenters.created", equalTo(1))
                .body("contributions[0].fields", contains("presenters"));

        organiser.get("/presenters/" + bea).statusCode(404);
    }

    private String post(UUID key) {
        return organiser
                .request()
                .header("Idempotency-Key", key)
                .body("{\"familyName\":\"ROZYCKI\"}")
                .post("/catalog/conferences/" + organiser.slug() + "/presenters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] report(String presenter) {
        return ("Report of Contributions\n\nContribution ID: 1\n\nBells\n\nPresenter: " + presenter + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String rows() {
        return QuarkusTransaction.requiringNew()
                .call(() -> TABLES.stream().map(ErasureTest::rows).toList().toString());
    }

    /** With what is in bytes, as far as it is text. */
    private static Object rows(String table) {
        var bytes =
                switch (table) {
                    case "kept_answer" -> "body";
                    case "outbox" -> "payload";
                    default -> "''";
                };
        return Panache.getEntityManager()
                .createNativeQuery("select string_agg(concat(row_to_json(t), encode(cast(" + bytes
                        + " as bytea), 'escape')), ' ') from " + table + " t")
                .getSingleResult();
    }

    private static List<String> unsent() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeQuery("select convert_from(payload, 'UTF8') from outbox", String.class)
                        .getResultList());
    }

    private static JsonNode last(String topic, UUID key, int revision) {
        var found = TopicReader.of(topic).awaitRevision(key, revision);
        try {
            return EventJson.MAPPER.readTree(found.get(found.size() - 1).value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
