package dev.lectern.schedule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.RestoredService;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Contributions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalog is set back to an earlier moment: what it says then is so, and what it does not know is not. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class RestoredCatalogTest {

    private static final AtomicInteger RESTORED = new AtomicInteger();

    private final int base = 1_000_000 * RESTORED.incrementAndGet();
    private TestConference conference;

    /** Talk 3 at ten and talk 4 at eleven. */
    @BeforeEach
    void aPublicSchedule() {
        conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
        conference.tell(4, Map.of("durationMinutes", 30));
        await().untilAsserted(
                        () -> conference.place(4, "red", "2027-03-02T11:00").statusCode(200));
        conference.publish().statusCode(200);
    }

    @Test
    void anOlderStateIsTakenAndNewsOnTopOfIt() {
        // Given
        conference.tell(3, Map.of("title", "Bells"));
        conference.tell(3, Map.of("title", "Bells and ropes"));
        awaitTitle("Bells and ropes");
        // When
        conference.tell(3, Map.of("title", "Bells", "revision", base, "revisionsFrom", base));
        // Then
        awaitTitle("Bells");

        conference.repeat(3, Map.of("title", "Bells and ropes", "revision", 3));
        conference.tell(3, Map.of("title", "Peals"));
        awaitTitle("Peals");
    }

    @Test
    void whatTheCatalogKnowsNothingOfLeavesItsSlot() {
        // When
        tellAnew();
        tellAnew(3);
        restored();
        // Then
        await().untilAsserted(() -> conference.working().body("slots.contribution.number", contains(3)));
        var told = Topics.slotEvents(conference.idOf(4));
        assertThat(told.get(told.size() - 1).get("status").asText()).isEqualTo("UNSCHEDULED");
        assertThat(told.get(told.size() - 1).at("/announced/revision").asLong())
                .isEqualTo(told.get(told.size() - 1).get("revision").asLong());
        conference.agenda().body("talks.number", contains(3));
    }

    /** As the number is free again for the catalog. */
    @Test
    void aNumberThatTheCatalogGivesAnewIsThatOfTheNewContribution() {
        // Given
        var before = conference.idOf(4);
        // When
        tellAnew();
        tellAnew(3);
        conference.accept(4, "Towers", Map.of("revision", base, "revisionsFrom", base, "durationMinutes", 30));
        restored();
        // Then
        await().untilAsserted(() -> conference
                .working()
                .body("slots.contribution.number", contains(3))
                .body("unscheduled.title", contains("Towers")));
        conference.place(4, "blue", "2027-03-02T15:00").statusCode(200);
        conference.agenda().body("talks.title", contains("Why bells are late", "Towers"));
        assertThat(Topics.slotEvents(before))
                .last()
                .satisfies(told -> assertThat(told.get("status").asText()).isEqualTo("UNSCHEDULED"));
    }

    @Test
    void aConferenceThatTheCatalogKnowsNothingOfIsForgotten() {
        // When
        restored();
        // Then
        await().untilAsserted(() ->
                conference.organiser().get(conference.path("")).then().statusCode(404));
        var told = Topics.slotEvents(conference.idOf(3)).stream()
                .map(event -> event.get("status").asText())
                .toList();
        assertThat(told).endsWith("UNPUBLISHED").doesNotContain("UNSCHEDULED");
    }

    /** Its talks come first: the topics are read independently. What was placed is the schedule's, and stays deleted. */
    @Test
    void aConferenceThatWasDeletedInVainIsThereAgain() {
        // Given
        conference.tell(Map.of("deleted", true));
        await().untilAsserted(() ->
                conference.organiser().get(conference.path("")).then().statusCode(404));
        // When
        var presenter = UUID.randomUUID();
        conference.tell(3, presentedBy(presenter));
        conference.tellOfPresenter(presenter, base + 1, "Ada L.", Map.of("revisionsFrom", base));
        tellAnew(4);
        await().untilAsserted(() -> assertThat(storedTitles()).contains("Why bells are late", "Clocks"));
        conference.tell(Map.of("deleted", false, "revision", base, "revisionsFrom", base));
        // Then
        await().untilAsserted(() -> conference
                .working()
                .body("slots", empty())
                .body("unscheduled.number", contains(3, 4))
                .body("unscheduled[0].presenters.name", contains("Ada L.")));
        conference.addRoom("tower", "Tower");
        conference.place(3, "tower", "2027-03-02T10:00").statusCode(200).body("version", equalTo(conference.version()));
    }

    @Test
    void whoWasErasedInVainIsListedAgain() {
        // Given
        conference.accept(5, "Peals");
        var presenter = conference.presents(5, "Ada L.");
        conference.tellOfPresenter(presenter, 2, "", Map.of("deleted", true));
        await().untilAsserted(() -> conference.working().body("unscheduled[0].presenters", empty()));
        // When
        conference.tell(5, presentedBy(presenter));
        // Then
        await().untilAsserted(() -> conference.working().body("unscheduled[0].presenters.name", contains("Ada L.")));
    }

    private Map<String, Object> presentedBy(UUID presenter) {
        return Map.of(
                "presenters",
                List.of(Map.of("id", presenter, "name", "Ada L.", "affiliation", "Liège")),
                "revision",
                base,
                "revisionsFrom",
                base);
    }

    private void tellAnew() {
        conference.tell(Map.of("revision", base, "revisionsFrom", base));
    }

    private void tellAnew(int number) {
        conference.tell(number, Map.of("revision", base, "revisionsFrom", base));
    }

    private void restored() {
        RestoredService.toldAll("catalog", "lectern.catalog.conference.v1", base);
    }

    private List<String> storedTitles() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Contributions.allOf(conference.id).stream()
                        .map(Contribution::title)
                        .toList());
    }

    private void awaitTitle(String title) {
        await().untilAsserted(() -> conference.agenda().body("talks[0].title", equalTo(title)));
    }
}
