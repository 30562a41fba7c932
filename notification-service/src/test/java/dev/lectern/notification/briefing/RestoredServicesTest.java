package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Session;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalog or the schedule is set back to an earlier moment: what it says then is so, and is told once. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class RestoredServicesTest {

    private static final String TEN = "2027-03-02T10:00";
    private static final String ELEVEN = "2027-03-02T11:00";

    private Programme programme;
    private Reader ada;
    private Reader bob;
    private Talk loom;
    private Talk panama;

    /** Ada presents Loom, Bob Panama; both know where and when. */
    @BeforeEach
    void aPublishedProgramme() {
        programme = Programme.impatientConference();
        ada = programme.presenter("Ada L.", "ada@uni.example");
        bob = programme.presenter("Bob M.", "bob@uni.example");
        loom = programme.talk(3, "Loom", ada);
        panama = programme.talk(4, "Panama", bob);
        programme.place(loom, "Auditorium", TEN, 30);
        programme.place(panama, "Auditorium", ELEVEN, 30);
        programme.deliverAll();
    }

    @Test
    void whatIsAsItWasMailsNobodyAndWhatWasNotToldStaysSo() {
        // Given
        programme.placeQuietly(loom, "Blue room", TEN, 30);
        loom.title = "Looms";
        programme.tellQuietly(loom);
        programme.untilQuiet();
        assertThat(programme.state(ada)).isEqualTo("UNANNOUNCED");
        // When
        restore("catalog", programme.backup());
        restore("schedule", programme.backup());
        restore("schedule", programme.backup());
        // Then
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.state(ada)).isEqualTo("UNANNOUNCED");
        assertThat(programme.state(bob)).isEqualTo("TOLD");

        programme.place(loom, "Red room", TEN, 30);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
        assertThat(programme.differences()).containsExactly("room: Auditorium → Red room", "title: Loom → Looms");
    }

    @Test
    void aMoveThatTheScheduleHasForgottenIsTakenBackOnce() {
        // Given
        var backup = programme.backup();
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        // When
        restore("schedule", backup);
        restore("schedule", backup);
        // Then
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example", "CHANGED to ada@uni.example");
        assertThat(programme.differences()).containsExactly("room: Blue room → Auditorium");
        assertThat(programme.state(ada)).isEqualTo("TOLD");

        programme.place(loom, "Red room", TEN, 30);
        programme.deliverAll();
        assertThat(programme.differences()).containsExactly("room: Auditorium → Red room");
    }

    /** The same number, and another change. */
    @Test
    void aChangeThatTookTheNumberOfAForgottenOneIsTold() {
        // Given
        var backup = programme.backup();
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        // When
        var aside = programme.backup();
        restore("schedule", backup);
        programme.place(loom, "Red room", TEN, 30);
        programme.deliverAll();
        // Then
        assertThat(programme.backup().version()).isEqualTo(aside.version());
        assertThat(programme.differences()).containsExactly("room: Auditorium → Red room");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aTitleThatTheCatalogHasForgottenIsTakenBackThoughNothingWasAnnouncedThen() {
        // Given
        var backup = programme.backup();
        loom.title = "Looms";
        programme.tell(loom, "there are many");
        programme.deliverAll();
        // When
        restore("catalog", backup);
        // Then
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example", "CHANGED to ada@uni.example");
        assertThat(programme.differences()).containsExactly("title: Looms → Loom");
    }

    @Test
    void aTalkThatTheCatalogKnowsNothingOfIsCancelled() {
        // Given
        var backup = programme.backup();
        var fibers = programme.talk(5, "Fibers", bob);
        programme.place(fibers, "Auditorium", "2027-03-02T14:00", 30);
        programme.deliverAll();
        // When
        restore("catalog", backup);
        // Then
        assertThat(newlyTold()).containsExactly("SCHEDULED to bob@uni.example", "CANCELLED to bob@uni.example");
    }

    @Test
    void aPlaceThatTheScheduleKnowsNothingOfIsCancelled() {
        // Given
        var fibers = programme.talk(5, "Fibers", bob);
        programme.untilQuiet();
        var backup = programme.backup();
        programme.place(fibers, "Auditorium", "2027-03-02T14:00", 30);
        programme.deliverAll();
        // When
        restore("schedule", backup);
        // Then
        assertThat(newlyTold()).containsExactly("SCHEDULED to bob@uni.example", "CANCELLED to bob@uni.example");

        programme.place(fibers, "Blue room", "2027-03-02T14:00", 30);
        programme.deliverAll();
        assertThat(newlyTold()).endsWith("CANCELLED to bob@uni.example", "SCHEDULED to bob@uni.example");
    }

    /** Whoever is told nothing public by a schedule cannot say what it would publish. */
    @Test
    void aScheduleThatIsNotPublicAgainTellsNobody() {
        // Given
        var backup = programme.backup();
        backup.told().get("schedule.slot").clear();
        // When
        restore("schedule", backup);
        // Then
        assertThat(newlyTold()).isEmpty();

        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        assertThat(programme.differences()).containsExactly("room: Auditorium → Blue room");
    }

    @Test
    void aSessionThatTheScheduleKnowsNothingOfIsNotChairedAnyMore() {
        // Given
        var backup = programme.backup();
        programme.tell(new Session("2027-03-03T09:00", ada));
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("SCHEDULED to ada@uni.example");
        // When
        restore("schedule", backup);
        // Then
        assertThat(newlyTold()).containsExactly("SCHEDULED to ada@uni.example", "CANCELLED to ada@uni.example");
    }

    @Test
    void whoIsErasedInVainIsKnownAgain() {
        // Given
        var backup = programme.backup();
        panama.presenters = List.of();
        panama.erased = List.of(bob.id());
        programme.tellQuietly(panama);
        programme.isErased(bob);
        programme.untilQuiet();
        // When
        restore("catalog", backup);
        programme.place(panama, "Blue room", ELEVEN, 30);
        programme.deliverAll();
        // Then
        assertThat(programme.state(bob)).isEqualTo("TOLD");
        assertThat(programme.told()).containsExactly("SCHEDULED to ada@uni.example", "SCHEDULED to bob@uni.example");
    }

    @Test
    void aConferenceThatTheCatalogKnowsNothingOfIsForgotten() {
        // Given
        var backup = programme.backup();
        backup.told().values().forEach(Map::clear);
        // When
        programme.restore("catalog", backup);
        // Then
        await().until(() -> programme.rowsAbout(loom.id) == 0);
        programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/briefings")
                .then()
                .statusCode(404);
    }

    @Test
    void aConferenceThatWasDeletedInVainIsThereAgain() {
        // Given
        var backup = programme.backup();
        programme.delete();
        programme.untilQuiet();
        assertThat(programme.rowsAbout(loom.id)).isZero();
        // When
        programme.restore("catalog", backup);
        programme.settings("PT0S", "PT0S");
        programme.untilStored();
        programme.place(loom, "Auditorium", TEN, 30);
        programme.deliverAll();
        // Then
        assertThat(programme.told()).containsExactly("SCHEDULED to ada@uni.example");
    }

    private void restore(String service, Programme.Backup backup) {
        programme.restore(service, backup);
        programme.deliverAll();
    }

    /** Beyond what everybody was told at first. */
    private List<String> newlyTold() {
        return programme.told().subList(2, programme.told().size());
    }
}
