package dev.lectern.catalog.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two presenters who are one person become one, for callers, for those who follow the events, and for files. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class MergeTest {

    private static final String CONTRIBUTIONS = "lectern.catalog.contribution.v1";
    private static final String PRESENTERS = "lectern.catalog.presenter.v1";

    private CatalogClient organiser;
    private UUID stays;
    private UUID other;

    @BeforeEach
    void twoPresenters() {
        organiser = CatalogClient.withConference();
        stays = organiser.presenter("LEE", "Ann");
        other = organiser.presenter("LEE", "A.");
    }

    @Test
    void whoStaysPresentsWhatTheOtherDidOnceEach() {
        organiser.contribution("Bells", other);
        contribution("Clocks", other, stays);

        merge("").statusCode(200).body("id", equalTo(stays.toString())).body("contributions", contains(1, 2));

        organiser.get("/presenters/" + other).statusCode(404);
        organiser.get("/presenters").body("items.id", contains(stays.toString()));
        organiser.get("/contributions/1").body("presenters.id", contains(stays.toString()));
        organiser.get("/contributions/2").body("presenters.id", contains(stays.toString()));
    }

    @Test
    void whoStaysTakesWhatTheyLackAndKeepsWhatTheyHave() {
        organiser.patch("/presenters/" + stays, "{\"locale\":\"fr\"}").statusCode(200);
        organiser
                .patch(
                        "/presenters/" + other,
                        "{\"email\":\"ann@uni.example\",\"locale\":\"de\",\"affiliation\":\"Liège\",\"honorific\":\"Dr\",\"changeoverMinutes\":5}")
                .statusCode(200);

        merge("")
                .header("ETag", equalTo("\"3\""))
                .body("name", equalTo("Ann LEE"))
                .body("email", equalTo("ann@uni.example"))
                .body("locale", equalTo("fr"))
                .body("affiliation", equalTo("Liège"))
                .body("honorific", equalTo("Dr"))
                .body("changeoverMinutes", equalTo(5));
    }

    @Test
    void givenNamesOfAnotherFamilyNameAreNotTaken() {
        var single = UUID.fromString(organiser
                .post("/presenters", "{\"familyName\":\"Ann Lee\"}")
                .extract()
                .path("id"));

        organiser
                .post("/presenters/" + single + "/merge", "{\"presenter\":\"" + stays + "\"}")
                .body("name", equalTo("Ann Lee"))
                .body("givenNames", nullValue());
    }

    @Test
    void eventsSayWhoIsWhoFromNowOn() {
        var bells = organiser.contribution("Bells", other);

        merge("").statusCode(200);

        var gone = last(PRESENTERS, other, 2);
        assertThat(gone.get("deleted").asBoolean()).isTrue();
        assertThat(gone.get("name").asText()).isEmpty();
        assertThat(gone.get("mergedInto").asText()).isEqualTo(stays.toString());
        var kept = last(PRESENTERS, stays, 2);
        assertThat(kept.get("mergedIds")).extracting(JsonNode::asText).containsExactly(other.toString());
        var listed = last(CONTRIBUTIONS, bells, 2).get("presenters").get(0);
        assertThat(listed.get("id").asText()).isEqualTo(stays.toString());
        assertThat(listed.get("mergedIds")).extracting(JsonNode::asText).containsExactly(other.toString());
    }

    @Test
    void whoWasMergedAtSecondHandIsNamedToo() {
        var bells = organiser.contribution("Bells", other);
        merge("").statusCode(200);
        var third = organiser.presenter("LI", "Ann");

        organiser
                .post("/presenters/" + third + "/merge", "{\"presenter\":\"" + stays + "\"}")
                .statusCode(200);

        var listed = last(CONTRIBUTIONS, bells, 3).get("presenters").get(0);
        assertThat(listed.get("mergedIds"))
                .extracting(JsonNode::asText)
                .containsExactly(stays.toString(), other.toString());
    }

    @Test
    void itIsAnnouncedWhereOtherNamesAreListedNow() {
        var bells = organiser.contribution("Bells", other);

        merge(",\"comment\":\"The same\"").statusCode(200);

        assertThat(last(CONTRIBUTIONS, bells, 2).at("/announced/comment").asText())
                .isEqualTo("The same");
    }

    @Test
    void itIsNotAnnouncedWhereTheSameNameIsListed() {
        organiser.patch("/presenters/" + other, "{\"givenNames\":\"Ann\"}").statusCode(200);
        var bells = organiser.contribution("Bells", other);
        var clocks = contribution("Clocks", other, stays);

        merge("").statusCode(200);

        assertThat(last(CONTRIBUTIONS, bells, 2).get("announced").isNull()).isTrue();
        assertThat(last(CONTRIBUTIONS, clocks, 2).at("/announced/revision").asInt())
                .isEqualTo(2);
    }

    @Test
    void aQuietMergeIsNotAnnounced() {
        var bells = organiser.contribution("Bells", other);

        merge(",\"announce\":false").statusCode(200);

        assertThat(last(CONTRIBUTIONS, bells, 2).get("announced").isNull()).isTrue();
    }

    @Test
    void aNameThatIsCompletedIsCompletedInAllContributions() {
        var single = UUID.fromString(organiser
                .post("/presenters", "{\"familyName\":\"LEE\"}")
                .extract()
                .path("id"));
        var bells = organiser.contribution("Bells", single);

        organiser
                .post("/presenters/" + single + "/merge", "{\"presenter\":\"" + stays + "\"}")
                .statusCode(200);

        assertThat(last(CONTRIBUTIONS, bells, 2).at("/presenters/0/name").asText())
                .isEqualTo("Ann LEE");
    }

    @Test
    void mergingOnceMoreChangesNothing() {
        merge("").statusCode(200).body("revision", equalTo(2));

        merge("").statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void nobodyIsMergedWithThemselvesOrWithStrangers() {
        organiser
                .post("/presenters/" + stays + "/merge", "{\"presenter\":\"" + stays + "\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/presenter"));
        var foreign = CatalogClient.withConference().presenter("LEE", "Ann");
        for (var stranger : new UUID[] {foreign, UUID.randomUUID()}) {
            organiser
                    .post("/presenters/" + stays + "/merge", "{\"presenter\":\"" + stranger + "\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/presenter"));
            organiser
                    .post("/presenters/" + stranger + "/merge", "{\"presenter\":\"" + stays + "\"}")
                    .statusCode(404);
        }
        organiser
                .post("/presenters/" + stays + "/merge", "{}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/presenter"));
        organiser.get("/presenters").body("items", hasSize(2));
    }

    @Test
    void aMergeThatMissedAChangeIsStale() {
        organiser
                .request()
                .header("If-Match", "\"7\"")
                .body("{\"presenter\":\"" + other + "\"}")
                .post("/catalog/conferences/" + organiser.slug() + "/presenters/" + stays + "/merge")
                .then()
                .statusCode(412);
    }

    @Test
    void theNextImportMeansWhoStays() {
        var report = """
                Report of Contributions

                Contribution ID: 7

                Bells

                Presenter: BO, B. (Liège)

                Contribution ID: 8

                Clocks

                Presenter: BOO, Bea (Liège)
                """;
        organiser.importReport("", bytes(report)).statusCode(200);
        var bo = presenterOf(7);
        var boo = presenterOf(8);
        organiser
                .post("/presenters/" + boo + "/merge", "{\"presenter\":\"" + bo + "\"}")
                .statusCode(200)
                .body("contributions", contains(7, 8));

        organiser
                .importReport("", bytes(report))
                .statusCode(200)
                .body("unchanged", equalTo(2))
                .body("presenters.created", equalTo(0))
                .body("presenters.updated", equalTo(0))
                .body("presenters.unchanged", equalTo(1));
        organiser
                .importReport("", bytes(report.replace("Bells", "More bells")))
                .statusCode(200)
                .body("contributions[0].fields", contains("title"));

        organiser.get("/contributions/7").body("presenters.name", contains("Bea BOO"));
    }

    @Test
    void whatFilesCallTheOtherMeansOneWhomNoFileKnew() {
        var schedule = """
                {"schedule":{"conference":{"acronym":"c","days":[{"date":"2027-03-02","rooms":{"Tower":[
                {"id":1,"guid":"11111111-1111-4111-8111-111111111111","title":"Bells","date":"2027-03-02T10:00:00+01:00",
                "start":"10:00","duration":"00:30","persons":[{"id":77,"public_name":"%s"}]}]}}]}}}""";
        organiser
                .importFile("format=frab-json", bytes(schedule.formatted("A. Lee")))
                .statusCode(200);
        var imported = presenterOf(1);
        organiser
                .post("/presenters/" + stays + "/merge", "{\"presenter\":\"" + imported + "\"}")
                .statusCode(200)
                .body("name", equalTo("Ann LEE"));

        organiser
                .importFile("format=frab-json", bytes(schedule.formatted("A. Lee")))
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("presenters.created", equalTo(0));

        organiser.get("/contributions/1").body("presenters.name", contains("Ann LEE"));
    }

    private UUID presenterOf(int number) {
        return UUID.fromString(
                organiser.get("/contributions/" + number).extract().path("presenters[0].id"));
    }

    private UUID contribution(String title, UUID one, UUID another) {
        return UUID.fromString(organiser
                .post(
                        "/contributions",
                        "{\"title\":\"%s\",\"presenters\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}"
                                .formatted(title, one, another))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** @param more members of the request, each after a comma */
    private ValidatableResponse merge(String more) {
        return organiser.post("/presenters/" + stays + "/merge", "{\"presenter\":\"" + other + "\"" + more + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode last(String topic, UUID key, int records) {
        var found = TopicReader.of(topic).awaitRecords(key, records);
        try {
            return EventJson.MAPPER.readTree(found.get(found.size() - 1).value());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
