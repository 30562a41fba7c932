package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chairs are told of their sessions as presenters are of their talks. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class SessionTellingTest {

    private static final String TEN = "2027-03-02T10:00";
    private static final String SCHEDULED_TO_ADA = "SCHEDULED to ada@uni.example";

    private Programme programme;
    private Reader ada;
    private Reader bob;
    private Session bells;

    /** Ada chairs Bells, and knows where and when. */
    @BeforeEach
    void aPublishedSession() {
        programme = Programme.impatientConference();
        ada = programme.presenter("Ada L.", "ada@uni.example");
        bob = programme.presenter("Bob M.", "bob@uni.example");
        bells = new Session(TEN, ada);
        programme.tell(bells);
        programme.deliverAll();
    }

    @Test
    void aChairIsToldOfTheSession() {
        assertThat(programme.told()).containsExactly(SCHEDULED_TO_ADA);
        assertThat(programme.state(ada)).isEqualTo("TOLD");
        var notice = programme.notices();
        assertThat(notice.getString("items[0].subject")).isEqualTo("Your session is scheduled: Bells – Physics and AI");
        assertThat(notice.getString("items[0].session.id")).isEqualTo(bells.id.toString());
        assertThat(notice.getString("items[0].session.title")).isEqualTo("Bells");
        assertThat(notice.<Object>get("items[0].contribution")).isNull();
        var briefing = programme.get("/briefings");
        assertThat(briefing.getString("items[0].session.id")).isEqualTo(bells.id.toString());
        assertThat(briefing.<Object>get("items[0].contribution")).isNull();
        assertThat(briefing.getList("items[0].told.presenters")).containsExactly("Ada L.");
    }

    @Test
    void noticesOfASessionAreFoundByItsId() {
        var talk = programme.talk(3, "Loom", ada);
        programme.place(talk, "Auditorium", TEN, 30);
        programme.deliverAll();

        assertThat(programme.get("/notices?session=" + bells.id).getList("items"))
                .hasSize(1);
        assertThat(programme.get("/notices?contribution=3").getList("items.contribution.number"))
                .containsExactly(3);
        assertThat(programme.notices().getList("items")).hasSize(2);
    }

    @Test
    void aMoveIsToldOnceHoweverManyTalksAreInIt() {
        bells.startsAt = "2027-03-02T14:00";
        bells.room = "Blue room";
        programme.tell(bells);
        programme.deliverAll();

        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
        assertThat(programme.differences())
                .containsExactly(
                        "startsAt: Tue 2 March 2027, 10:00–11:30 (Europe/Paris)"
                                + " → Tue 2 March 2027, 14:00–15:30 (Europe/Paris)",
                        "room: Auditorium → Blue room");
    }

    @Test
    void movedAndMovedBackIsSilence() {
        programme.settings("PT1H", "PT1H");
        bells.startsAt = "2027-03-02T14:00";
        programme.tell(bells);
        bells.startsAt = TEN;
        programme.tell(bells);
        programme.untilStored();
        programme.settings("PT0S", "PT0S");
        programme.deliverAll();

        assertThat(newlyTold()).isEmpty();
    }

    @Test
    void anotherChairIsToldAndSoAreTheOthers() {
        bells.chairs = List.of(ada, bob);
        programme.tell(bells);
        programme.deliverAll();

        assertThat(newlyTold()).containsExactlyInAnyOrder("CHANGED to ada@uni.example", "SCHEDULED to bob@uni.example");
        assertThat(programme.get("/notices?presenter=" + ada.id()).getString("items[0].subject"))
                .isEqualTo("Your session changed: Bells – Physics and AI");
    }

    @Test
    void aChairWhoIsDroppedIsToldSo() {
        bells.chairs = List.of(bob);
        programme.tell(bells);
        programme.deliverAll();

        assertThat(newlyTold()).containsExactlyInAnyOrder("REMOVED to ada@uni.example", "SCHEDULED to bob@uni.example");
    }

    @Test
    void aRemovedSessionIsCancelledAndToldAnewWhenItIsBack() {
        programme.remove(bells);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");

        bells.deleted = false;
        bells.status = "SCHEDULED";
        programme.tell(bells);
        programme.deliverAll();

        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example", SCHEDULED_TO_ADA);
    }

    @Test
    void aQuietChangeIsToldWithTheNextAnnouncedOne() {
        bells.room = "Blue room";
        programme.tellQuietly(bells);
        programme.deliverAll();
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.state(ada)).isEqualTo("UNANNOUNCED");

        bells.title = "Peals";
        programme.tell(bells);
        programme.deliverAll();

        assertThat(programme.differences()).containsExactly("room: Auditorium → Blue room", "title: Bells → Peals");
    }

    @Test
    void aChairWhoIsAddedQuietlyIsNotTold() {
        bells.chairs = List.of(ada, bob);
        programme.tellQuietly(bells);
        programme.deliverAll();

        assertThat(newlyTold()).isEmpty();
    }

    @Test
    void whileNothingIsPublicNobodyIsToldAndThenTheDifference() {
        bells.status = "UNPUBLISHED";
        programme.tellQuietly(bells);
        programme.deliverAll();
        assertThat(newlyTold()).isEmpty();

        bells.status = "SCHEDULED";
        bells.room = "Blue room";
        programme.tell(bells);
        programme.deliverAll();

        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
    }

    @Test
    void aSessionIsToldOnceItsChairsAreKnown() {
        var cleo = new Reader(java.util.UUID.randomUUID(), "Cleo N.");
        var ropes = new Session("2027-03-02T16:00", cleo, ada);
        programme.tell(ropes);
        programme.deliverAll();
        assertThat(newlyTold()).isEmpty();

        programme.hasAddress(cleo, "cleo@uni.example");
        programme.deliverAll();

        assertThat(newlyTold()).containsExactlyInAnyOrder("SCHEDULED to cleo@uni.example", SCHEDULED_TO_ADA);
        assertThat(programme.get("/notices?session=" + ropes.id).getList("items"))
                .hasSize(2);
    }

    @Test
    void nobodyIsToldWhenTheConferenceIsDeleted() {
        programme.delete();
        bells.deleted = true;
        bells.status = "UNPUBLISHED";
        bells.title = "";
        bells.chairs = List.of();
        programme.tellQuietly(bells);
        programme.untilQuiet();

        assertThat(programme.rowsAbout(bells.id)).isZero();
    }

    /** All but what was told first. */
    private List<String> newlyTold() {
        var told = programme.told();
        return told.subList(1, told.size());
    }
}
