package dev.lectern.catalog.republication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.Republishing;
import dev.lectern.chassis.testing.Republishing.Heard;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a broker has lost is told once more, as it was. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class RepublicationTest {

    private static final String CONFERENCES = "lectern.catalog.conference.v1";
    private static final String CONTRIBUTIONS = "lectern.catalog.contribution.v1";
    private static final List<String> TOPICS =
            List.of(CONFERENCES, CONTRIBUTIONS, "lectern.catalog.presenter.v1", "lectern.catalog.address.v1");

    @Inject
    AgroalDataSource database;

    private final Republishing republication = new Republishing("catalog");
    private CatalogClient organiser;
    private UUID conference;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
        conference = organiser.conferenceId();
    }

    @Test
    void whoHearsNothingElseHasTheSameStatesAsWhoHeardAll() {
        // Given
        var ada = organiser.presenter("LOVELACE", "Ada");
        var bell = organiser.presenter("BELL", "Ann");
        organiser
                .patch("/presenters/" + ada, "{\"email\":\"ada@love.example\",\"changeoverMinutes\":5}")
                .statusCode(200);
        organiser.post("/presenters/" + ada + "/merge", "{\"presenter\":\"" + bell + "\"}");
        List.of("Bells", "Clocks", "Ropes", "Towers", "Peals").forEach(title -> organiser.contribution(title, ada));
        organiser.put("/contributions/2/withdrawal", "{\"comment\":\"Ill\"}").statusCode(200);
        organiser.delete("/contributions/3").statusCode(200);
        organiser.patch("/contributions/4", "{\"title\":\"High towers\"}").statusCode(200);
        Republishing.awaitSent(database);
        var before = heard();
        // When
        var aggregates = republication.run();
        // Then
        assertThat(aggregates).isGreaterThanOrEqualTo(7);
        before.forEach((topic, known) -> {
            var expected = known.states();
            // Of a presenter who is gone there is nothing left to be told.
            expected.remove(bell.toString());
            assertThat(heard(topic).since(known).states())
                    .as(topic)
                    .isNotEmpty()
                    .isEqualTo(expected);
        });
    }

    @Test
    void afterARestoreAllOfItIsNewerThanWhatWasEverTold() throws SQLException {
        // Given
        List.of("Bells", "Clocks").forEach(title -> organiser.contribution(title, organiser.presenter("BELL", "Ann")));
        organiser.patch("/contributions/1", "{\"title\":\"Peals\"}").statusCode(200);
        Republishing.awaitSent(database);
        var before = heard();
        var everything = everything();
        try {
            // When
            republication.runAfterARestore();
            // Then
            var restored = Republishing.restoration(CONFERENCES);
            before.forEach(
                    (topic, known) -> assertThat(heard(topic).since(known).statesFrom(restored))
                            .as(topic)
                            .isEqualTo(known.states()));
            assertThat(Republishing.restoration(CONTRIBUTIONS)).isEqualTo(restored);
            assertThat(everything()).isEqualTo(everything);
        } finally {
            Republishing.reset(database);
        }
    }

    @Test
    void aDeletedConferenceStaysDeletedForWhoHearsOfItNow() {
        // Given
        organiser.contribution("Bells", organiser.presenter("BELL", "Ann"));
        organiser.delete("").statusCode(200);
        Republishing.awaitSent(database);
        var before = heard();
        // When
        republication.run();
        // Then
        for (var topic : List.of(CONFERENCES, CONTRIBUTIONS)) {
            assertThat(heard(topic).since(before.get(topic)).states())
                    .isEqualTo(before.get(topic).states())
                    .allSatisfy((key, state) ->
                            assertThat(state.get("deleted").asBoolean()).isTrue());
        }
    }

    @Test
    void nothingIsDifferentAfterwards() {
        // Given
        organiser.contribution("Bells", organiser.presenter("BELL", "Ann"));
        var before = everything();
        // When
        republication.run();
        // Then
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anEditThatIsBeingCommittedIsNotFollowedByTheStateBeforeIt() throws SQLException {
        // Given
        var id = organiser.contribution("Bells", organiser.presenter("BELL", "Ann"));
        String status;
        try (var edit = Republishing.open(database)) {
            execute(edit, "select from conference where id = ? for update", conference);
            execute(edit, "update contribution set revision = 2 where id = ?", id);
            // When
            status = republication.begin();
            Republishing.awaitWaiting(database);
            edit.commit();
        }
        republication.awaitDone(status);
        // Then
        assertThat(heard(CONTRIBUTIONS).revisions(id)).containsExactly(1L, 2L);
    }

    @Test
    void noEditMeanwhileIsFollowedByAnOlderState() {
        // Given
        var ids = List.of("Bells", "Clocks", "Ropes", "Towers", "Peals").stream()
                .map(title -> organiser.contribution(title, organiser.presenter("BELL", "Ann")))
                .toList();
        // When
        var edits = CompletableFuture.runAsync(() -> {
            for (var round = 0; round < 10; round++) {
                for (var number = 1; number <= ids.size(); number++) {
                    organiser
                            .patch("/contributions/" + number, "{\"title\":\"Bells " + round + "\"}")
                            .statusCode(200);
                }
            }
        });
        while (!edits.isDone()) {
            republication.run();
        }
        edits.join();
        Republishing.awaitSent(database);
        // Then
        var heard = heard(CONTRIBUTIONS);
        assertThat(ids)
                .allSatisfy(id -> assertThat(heard.revisions(id))
                        .isSorted()
                        .hasSizeGreaterThan(11)
                        .endsWith(11L));
    }

    @Test
    void aSecondOneIsRefusedWhileOneIsUnderWay() throws SQLException {
        // Given
        String first;
        String second;
        try (var edit = Republishing.open(database)) {
            execute(edit, "select from conference where id = ? for update", conference);
            first = republication.begin();
            Republishing.awaitWaiting(database);
            // When
            var answer = republication.admin().post(republication.path()).then();
            second = republication.begin();
            // Then
            answer.statusCode(409).body("type", endsWith("under-way"));
            edit.commit();
        }
        republication.awaitDone(first);
        republication
                .admin()
                .get(second)
                .then()
                .body("state", equalTo("FAILED"))
                .body("problem.type", endsWith("under-way"));
    }

    @Test
    void onlyAnAdminMayAskForIt() {
        var status = republication.begin();
        republication.awaitDone(status);
        given().post(republication.path()).then().statusCode(401);
        organiser.request().post(republication.path()).then().statusCode(403);
        organiser.request().get(status).then().statusCode(403);
        republication
                .admin()
                .get(republication.path() + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private boolean isOfConference(JsonNode state) {
        var owner = state.path("conferenceId").asText(state.path("id").asText());
        return owner.equals(conference.toString());
    }

    private Heard heard(String topic) {
        return Heard.of(topic, this::isOfConference);
    }

    private Map<String, Heard> heard() {
        return TOPICS.stream().collect(Collectors.toMap(topic -> topic, this::heard));
    }

    private List<String> everything() {
        return List.of("", "/contributions", "/presenters", "/history").stream()
                .map(path -> organiser.get(path).statusCode(200).extract().asString())
                .toList();
    }

    private static void execute(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.execute();
        }
    }
}
