package dev.lectern.schedule.republication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.Republishing;
import dev.lectern.chassis.testing.Republishing.Heard;
import dev.lectern.schedule.TestConference;
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

    private static final String SLOTS = "lectern.schedule.slot.v1";
    private static final List<String> TOPICS =
            List.of(SLOTS, "lectern.schedule.session.v1", "lectern.schedule.agenda.v1");

    @Inject
    AgroalDataSource database;

    private final Republishing republication = new Republishing("schedule");
    private TestConference conference;

    /** With talks 3 to 6 in the red room and two sessions in the blue one; one of these has gone. */
    @BeforeEach
    void aPublicSchedule() {
        conference = TestConference.ready();
        conference.accept(5, "Ropes");
        conference.accept(6, "Peals");
        for (var number = 3; number <= 6; number++) {
            conference.place(number, "red", "2027-03-02T1" + number + ":00").statusCode(200);
        }
        change(session("Towers", "2027-03-02T10:00"), session("Bells", "2027-03-02T14:00"));
        conference.publish().statusCode(200);
        conference.place(3, "red", "2027-03-02T09:00").statusCode(200);
        conference.unschedule(4).statusCode(200);
        var sessions = conference
                .organiser()
                .get(conference.path("/sessions"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        change(Map.of("op", "removeSession", "id", sessions));
    }

    @Test
    void whoHearsNothingElseHasTheSameStatesAsWhoHeardAll() {
        // Given
        Republishing.awaitSent(database);
        var before = heard();
        // When
        var aggregates = republication.run();
        // Then
        assertThat(aggregates).isGreaterThanOrEqualTo(7);
        assertThat(before.get(SLOTS).keys()).hasSize(4);
        TOPICS.forEach(topic -> assertThat(heard(topic).since(before.get(topic)).states())
                .as(topic)
                .isNotEmpty()
                .isEqualTo(before.get(topic).states()));
    }

    @Test
    void afterARestoreAllOfItIsNewerThanWhatWasEverTold() throws SQLException {
        // Given
        Republishing.awaitSent(database);
        var before = heard();
        var everything = everything();
        try {
            // When
            republication.runAfterARestore();
            // Then
            TOPICS.forEach(topic -> assertThat(
                            heard(topic).since(before.get(topic)).statesFrom(Republishing.restoration(topic)))
                    .as(topic)
                    .isNotEmpty()
                    .isEqualTo(before.get(topic).states()));
            assertThat(everything()).isEqualTo(everything);
        } finally {
            Republishing.reset(database);
        }
    }

    @Test
    void aScheduleThatIsNotPublicAnyMoreStaysSoForWhoHearsOfItNow() {
        // Given
        conference.unpublish().statusCode(200);
        Republishing.awaitSent(database);
        var before = heard();
        // When
        republication.run();
        // Then
        TOPICS.forEach(topic -> assertThat(heard(topic).since(before.get(topic)).states())
                .as(topic)
                .isEqualTo(before.get(topic).states()));
        assertThat(before.get(SLOTS).states().values())
                .allSatisfy(slot -> assertThat(slot.get("status").asText()).isEqualTo("UNPUBLISHED"));
    }

    @Test
    void whatWasNeverPublicIsNotToldOf() {
        // Given
        conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
        // When
        republication.run();
        // Then
        assertThat(heard().values())
                .allSatisfy(heard -> assertThat(heard.keys()).isEmpty());
    }

    @Test
    void nothingIsDifferentAfterwards() {
        // Given
        var before = everything();
        // When
        republication.run();
        // Then
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anEditThatIsBeingCommittedIsNotFollowedByTheStateBeforeIt() throws SQLException {
        // Given
        var id = conference.idOf(5);
        Republishing.awaitSent(database);
        var revision = last(heard(SLOTS).revisions(id));
        String status;
        try (var edit = Republishing.open(database)) {
            execute(edit, "select from schedule where conference_id = ? for update", conference.id);
            execute(edit, "update booking set revision = revision + 100 where id = ?", id);
            // When
            status = republication.begin();
            Republishing.awaitWaiting(database);
            edit.commit();
        }
        republication.awaitDone(status);
        // Then
        assertThat(last(heard(SLOTS).revisions(id))).isEqualTo(revision + 100);
    }

    @Test
    void noEditMeanwhileIsFollowedByAnOlderState() {
        // Given
        var ids = List.of(conference.idOf(3), conference.idOf(5), conference.idOf(6));
        // When
        var edits = CompletableFuture.runAsync(() -> {
            for (var minute = 10; minute < 30; minute++) {
                for (var number : List.of(3, 5, 6)) {
                    conference
                            .place(number, "red", "2027-03-03T1" + number + ":" + minute)
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
        var slots = heard(SLOTS);
        assertThat(ids)
                .allSatisfy(id -> assertThat(slots.revisions(id)).isSorted().hasSizeGreaterThan(21));
    }

    private boolean isOfConference(JsonNode state) {
        return state.path("conferenceId").asText().equals(conference.id.toString());
    }

    private Heard heard(String topic) {
        return Heard.of(topic, this::isOfConference);
    }

    private Map<String, Heard> heard() {
        return TOPICS.stream().collect(Collectors.toMap(topic -> topic, this::heard));
    }

    private static long last(List<Long> revisions) {
        return revisions.get(revisions.size() - 1);
    }

    private List<String> everything() {
        return List.of("", "/changes", "/sessions", "/rooms").stream()
                .map(path -> conference
                        .organiser()
                        .get(conference.path(path))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .toList();
    }

    private static Map<String, Object> session(String title, String startsAt) {
        return Map.of("op", "session", "title", title, "room", "blue", "startsAt", startsAt, "durationMinutes", 60);
    }

    @SafeVarargs
    private void change(Map<String, Object>... operations) {
        conference
                .organiser()
                .body(Map.of("operations", operations))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201);
    }

    private static void execute(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.execute();
        }
    }
}
