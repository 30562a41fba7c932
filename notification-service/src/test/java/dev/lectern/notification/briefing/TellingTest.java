package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events on the real topics to notices: who is told what, and who is not. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class TellingTest {

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
    void everyPresenterOfAPlacedTalkIsToldOnce() {
        assertThat(programme.told())
                .containsExactlyInAnyOrder("SCHEDULED to ada@uni.example", "SCHEDULED to bob@uni.example");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aMoveIsToldWithBothTimes() {
        programme.place(loom, "Auditorium", "2027-03-02T14:00", 30);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
        assertThat(programme.differences())
                .containsExactly("startsAt: Tue 2 March 2027, 10:00–10:30 (Europe/Paris)"
                        + " → Tue 2 March 2027, 14:00–14:30 (Europe/Paris)");
    }

    @Test
    void anotherRoomIsTold() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
        assertThat(programme.differences()).containsExactly("room: Auditorium → Blue room");
    }

    @Test
    void anotherDurationIsTold() {
        programme.place(loom, "Auditorium", TEN, 45);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
        assertThat(programme.differences()).containsExactly("durationMinutes: 30 minutes → 45 minutes");
    }

    @Test
    void aRenamedRoomIsToldToAllWhoAreInIt() {
        programme.place(loom, "Great hall", TEN, 30);
        programme.place(panama, "Great hall", ELEVEN, 30);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactlyInAnyOrder("CHANGED to ada@uni.example", "CHANGED to bob@uni.example");
    }

    @Test
    void aRenamedRoomIsNotSaidToBeAMove() {
        programme.place(loom, "Auditorium, now Bell Tower", TEN, 30);
        programme.deliverAll();
        assertThat(programme.differences()).containsExactly("room: Auditorium → Auditorium, now Bell Tower");
        assertThat(programme.notices().getString("items[0].subject")).startsWith("Your talk changed: Loom");
    }

    @Test
    void whiteSpaceMailsNobody() {
        loom.title = " Loom\u00A0 ";
        programme.tell(loom, "tidied up");
        programme.place(panama, "Auditorium ", ELEVEN, 30);
        programme.deliverAll();
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void eachPresenterIsWrittenToInTheirLanguage() {
        programme.settings(Map.of("defaultLanguage", "es"));
        programme.speaks(ada, "de-AT");
        programme.place(loom, "Blue room", "2027-03-02T14:00", 30);
        programme.deliverAll();
        assertThat(programme.notices().getString("items[0].subject")).startsWith("Ihr Vortrag wurde verlegt: Loom");
        assertThat(programme.differences())
                .contains("startsAt: Dienstag, 2. März 2027, 10:00–10:30 Uhr (Europe/Paris)"
                        + " → Dienstag, 2. März 2027, 14:00–14:30 Uhr (Europe/Paris)");
        programme.place(panama, "Blue room", ELEVEN, 30);
        programme.deliverAll();
        assertThat(programme.notices().getString("items[0].subject"))
                .startsWith("Su charla cambia de hora o de sala: Panama");
    }

    @Test
    void anotherLanguageIsNoNews() {
        programme.speaks(ada, "fr");
        programme.settings(Map.of("defaultLanguage", "de"));
        programme.deliverAll();
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void theMailsOfAConferenceShowItsLogo() {
        programme.showsLogo("iVBORw0KGgo=");
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        assertThat(newestMail()).contains("multipart/related", "Content-ID: <logo@lectern>", "\r\niVBORw0KGgo=\r\n");
    }

    @Test
    void theMailsOfOneTalkAreOneConversation() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        programme.place(loom, "Red room", TEN, 30);
        programme.deliverAll();
        var mine = "items.findAll { it.presenter.id == '" + ada.id() + "' }";
        List<String> ids = programme.notices().getList(mine + ".messageId");
        assertThat(newestMail())
                .contains("In-Reply-To: " + ids.get(1) + "\r\n")
                .contains("References: " + ids.get(2) + "\r\n " + ids.get(1) + "\r\n");
    }

    @Test
    void anotherTitleIsTold() {
        loom.title = "Loom, again";
        programme.tell(loom, "a typo");
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
        assertThat(programme.differences()).containsExactly("title: Loom → Loom, again");
        var newest = programme.get("/notices/" + programme.notices().getString("items[0].id"));
        assertThat(newest.getString("author")).isEqualTo("Ada L.");
        assertThat(newest.getString("comment")).isEqualTo("a typo");
    }

    @Test
    void anUnscheduledTalkIsCancelled() {
        programme.unplace(loom);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");
        assertThat(programme.state(ada)).isEqualTo("NOTHING_TO_TELL");
    }

    @Test
    void aDeletionIsOneCancellationWhenTheCatalogIsFirst() {
        programme.deleteAlone(loom);
        programme.untilQuiet();
        programme.unplace(loom);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");
    }

    @Test
    void aDeletionIsOneCancellationWhenTheScheduleIsFirst() {
        programme.unplace(loom);
        programme.untilQuiet();
        programme.deleteAlone(loom);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");
    }

    @Test
    void theDeletionOfATalkThatNobodyWasToldOfIsSilence() {
        var draft = programme.talk(5, "Draft", ada);
        programme.untilQuiet();
        programme.deleteAlone(draft);
        programme.deliverAll();
        assertThat(newlyTold()).isEmpty();
    }

    @Test
    void aWithdrawalIsOneCancellationWhenTheCatalogIsFirst() {
        withdraw();
        programme.untilQuiet();
        programme.unplace(loom);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");
    }

    @Test
    void aWithdrawalIsOneCancellationWhenTheScheduleIsFirst() {
        programme.unplace(loom);
        programme.untilQuiet();
        withdraw();
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");
    }

    @Test
    void aWithdrawalIsOneCancellationWhenTheSecondHalfComesAfterDelivery() {
        withdraw();
        programme.deliverAll();
        programme.unplace(loom);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");
    }

    @Test
    void whoJoinsIsToldThePlaceAndTheOthersThatTheyJoined() {
        loom.presenters = List.of(ada, bob);
        programme.tell(loom, "welcome");
        programme.deliverAll();
        assertThat(newlyTold()).containsExactlyInAnyOrder("CHANGED to ada@uni.example", "SCHEDULED to bob@uni.example");
    }

    @Test
    void whoLeavesIsRemovedAndTheOthersAreTold() {
        loom.presenters = List.of(ada, bob);
        programme.tell(loom, "welcome");
        programme.deliverAll();
        loom.presenters = List.of(ada);
        programme.tell(loom, "goodbye");
        programme.deliverAll();
        assertThat(newlyTold().subList(2, 4))
                .containsExactlyInAnyOrder("CHANGED to ada@uni.example", "REMOVED to bob@uni.example");
    }

    @Test
    void whoJoinsQuietlyIsToldWithTheNextAnnouncement() {
        loom.presenters = List.of(ada, bob);
        programme.tellQuietly(loom);
        programme.untilQuiet();
        assertThat(newlyTold()).isEmpty();
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactlyInAnyOrder("CHANGED to ada@uni.example", "SCHEDULED to bob@uni.example");
        assertThat(programme.get("/briefings").getList("items.state")).containsOnly("TOLD");
    }

    @Test
    void aNewAddressIsToldThePresentPlaceAndTheOldOneNothing() {
        programme.hasAddress(ada, "ada@home.example");
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("SCHEDULED to ada@home.example");
    }

    @Test
    void withoutAnAddressNobodyIsToldUntilThereIsOne() {
        var eve = programme.presenter("Eve N.", null);
        var valhalla = programme.talk(5, "Valhalla", eve);
        programme.place(valhalla, "Blue room", TEN, 30);
        programme.untilQuiet();
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.state(eve)).isEqualTo("NO_ADDRESS");
        programme.hasAddress(eve, "eve@uni.example");
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("SCHEDULED to eve@uni.example");
    }

    @Test
    void movedAndMovedBackBeforeDeliveryIsSilence() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.untilQuiet();
        programme.place(loom, "Auditorium", TEN, 30);
        programme.deliverAll();
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.notices().getString("items[0].state")).isEqualTo("SUPERSEDED");
    }

    @Test
    void movedAndMovedBackWithinTheQuietPeriodMakesNoNotice() {
        programme.settings("PT1H", "PT2H");
        programme.place(loom, "Blue room", TEN, 30);
        programme.place(loom, "Auditorium", TEN, 30);
        programme.untilStored();
        programme.settings("PT0S", "PT0S");
        programme.untilQuiet();
        assertThat(programme.notices().getList("items")).hasSize(2);
    }

    @Test
    void aQuietChangeIsToldWithTheNextAnnouncedOne() {
        programme.placeQuietly(loom, "Blue room", TEN, 30);
        programme.untilQuiet();
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.state(ada)).isEqualTo("UNANNOUNCED");
        programme.place(loom, "Blue room", TEN, 45);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
        assertThat(programme.differences())
                .containsExactly("durationMinutes: 30 minutes → 45 minutes", "room: Auditorium → Blue room");
    }

    @Test
    void aQuietChangeAfterATellingStaysQuietAlthoughTheReasonsWereTwo() {
        withdraw();
        programme.untilQuiet();
        programme.unplace(loom);
        programme.deliverAll();
        loom.state = "ACCEPTED";
        programme.tellQuietly(loom);
        programme.placeQuietly(loom, "Blue room", TEN, 30);
        programme.untilQuiet();
        assertThat(newlyTold()).containsExactly("CANCELLED to ada@uni.example");
        assertThat(programme.state(ada)).isEqualTo("UNANNOUNCED");
    }

    @Test
    void unpublishedTalksMailNobodyAndThePublicationTellsTheDifference() {
        programme.unpublish(loom);
        programme.untilQuiet();
        assertThat(newlyTold()).isEmpty();
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example");
    }

    @Test
    void aTalkThatWasNeverPlacedMailsNobody() {
        var valhalla = programme.talk(5, "Valhalla", ada);
        programme.tell(valhalla, "better");
        valhalla.state = "WITHDRAWN";
        programme.tell(valhalla, "gone");
        programme.untilQuiet();
        assertThat(newlyTold()).isEmpty();
    }

    @Test
    void whatWasAnnouncedBeforeATalkWasPlacedIsNotToldAfterAQuietPlacing() {
        var valhalla = programme.talk(5, "Valhalla", ada);
        programme.untilQuiet();
        programme.tell(valhalla, "better");
        programme.placeQuietly(valhalla, "Blue room", TEN, 30);
        programme.untilQuiet();
        assertThat(newlyTold()).isEmpty();
    }

    @Test
    void aChangeWhileTheNoticeIsBeingSentWaitsForTheOutcome() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.startSending();
        programme.place(loom, "Green room", TEN, 30);
        programme.each((outcomes, notice) -> outcomes.accepted(notice, Instant.now()));
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("CHANGED to ada@uni.example", "CHANGED to ada@uni.example");
        assertThat(programme.differences()).containsExactly("room: Blue room → Green room");
    }

    @Test
    void aNoticeThatMayHaveArrivedCountsAsTold() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.startSending();
        programme.each((outcomes, notice) -> outcomes.ambiguous(notice, Instant.now(), "cut"));
        programme.place(loom, "Green room", TEN, 30);
        programme.deliverAll();
        assertThat(programme.differences()).containsExactly("room: Blue room → Green room");
        assertThat(programme.notices().getList("items.state")).containsExactly("SENT", "SUPERSEDED", "SENT", "SENT");
    }

    @Test
    void aRefusedAddressIsNotWrittenToUntilThereIsAnother() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.startSending();
        programme.each((outcomes, notice) -> outcomes.addressRefused(notice, "550 no such user"));
        programme.place(loom, "Green room", TEN, 30);
        programme.untilQuiet();
        assertThat(newlyTold()).isEmpty();
        assertThat(programme.state(ada)).isEqualTo("BAD_ADDRESS");
        programme.hasAddress(ada, "ada@home.example");
        programme.deliverAll();
        assertThat(newlyTold()).containsExactly("SCHEDULED to ada@home.example");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aNoticeThatIsGivenUpIsSeenAndTheNextTellsTheWholeDifference() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.startSending();
        programme.each((outcomes, notice) -> outcomes.failed(notice, "too old"));
        programme.untilQuiet();
        assertThat(programme.state(ada)).isEqualTo("FAILED");
        programme.place(loom, "Green room", TEN, 30);
        programme.deliverAll();
        assertThat(programme.differences()).containsExactly("room: Auditorium → Green room");
    }

    @Test
    void theSequenceOfAPresentersNoticesOnlyRises() {
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        programme.unplace(loom);
        programme.deliverAll();
        programme.hasAddress(ada, "ada@home.example");
        programme.place(loom, "Blue room", TEN, 30);
        programme.deliverAll();
        List<Integer> sequences =
                programme.get("/notices?presenter=" + ada.id()).getList("items.sequence", Integer.class);
        assertThat(sequences).hasSize(4).isSortedAccordingTo((a, b) -> b - a).doesNotHaveDuplicates();
    }

    private String newestMail() {
        return programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/"
                        + programme.notices().getString("items[0].id") + "/message")
                .asString();
    }

    private void withdraw() {
        loom.state = "WITHDRAWN";
        programme.tell(loom, "withdrawn");
    }

    /** Beyond what the programme's publication told. */
    private List<String> newlyTold() {
        var told = programme.told();
        return told.subList(2, told.size());
    }
}
