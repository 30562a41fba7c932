package dev.lectern.notification.republication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.Republishing;
import dev.lectern.chassis.testing.Republishing.Heard;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a broker has lost is told once more, as it was. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class RepublicationTest {

    private static final String SETTINGS = "lectern.notification.settings.v1";

    @Inject
    AgroalDataSource database;

    private final Republishing republication = new Republishing("notification");

    @Test
    void whoHearsNothingElseHasTheSameStatesAsWhoHeardAll() {
        // Given
        var conferences = Stream.generate(Programme::conference).limit(3).toList();
        conferences.forEach(conference -> set(conference, "{\"contact\":\"office@conf.example\"}"));
        set(conferences.get(0), "{\"contact\":null}");
        Republishing.awaitSent(database);
        var ids = conferences.stream().map(one -> one.id.toString()).collect(Collectors.toSet());
        var before = heard(ids);
        // When
        var aggregates = republication.run();
        // Then
        assertThat(aggregates).isGreaterThanOrEqualTo(3);
        assertThat(before.keys()).isEqualTo(ids);
        assertThat(heard(ids).since(before).states()).isEqualTo(before.states());
    }

    @Test
    void afterARestoreAllOfItIsNewerThanWhatWasEverTold() throws SQLException {
        // Given
        var conference = Programme.conference();
        set(conference, "{\"contact\":\"office@conf.example\"}");
        Republishing.awaitSent(database);
        var ids = Set.of(conference.id.toString());
        var before = heard(ids);
        try {
            // When
            republication.runAfterARestore();
            // Then
            assertThat(heard(ids).since(before).statesFrom(Republishing.restoration(SETTINGS)))
                    .isEqualTo(before.states());
        } finally {
            Republishing.reset(database);
        }
    }

    @Test
    void settingsThatNobodyWasToldOfStayUntold() {
        // Given
        var conference = Programme.conference();
        set(conference, "{}");
        // When
        republication.run();
        // Then
        assertThat(heard(Set.of(conference.id.toString())).keys()).isEmpty();
    }

    @Test
    void anEditThatIsBeingCommittedIsNotFollowedByTheStateBeforeIt() throws SQLException {
        // Given
        var conference = Programme.conference();
        set(conference, "{\"contact\":\"office@conf.example\"}");
        String status;
        try (var edit = Republishing.open(database);
                var statement = edit.prepareStatement(
                        "update settings set revision = 3, contact = null where conference_id = ?")) {
            statement.setObject(1, conference.id);
            statement.executeUpdate();
            // When
            status = republication.begin();
            Republishing.awaitWaiting(database);
            edit.commit();
        }
        republication.awaitDone(status);
        // Then
        assertThat(heard(Set.of(conference.id.toString())).revisions(conference.id))
                .containsExactly(2L, 3L);
    }

    private static void set(Programme conference, String change) {
        conference
                .asOrganiser()
                .contentType("application/json")
                .body(change)
                .patch("/notification/conferences/" + conference.slug + "/settings")
                .then()
                .statusCode(200);
    }

    private static Heard heard(Set<String> conferences) {
        return Heard.of(SETTINGS, state -> conferences.contains(id(state)));
    }

    private static String id(JsonNode state) {
        return state.path("conferenceId").asText();
    }
}
