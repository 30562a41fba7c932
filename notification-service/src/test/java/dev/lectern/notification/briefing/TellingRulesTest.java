package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.NoticeState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of telling, one sentence each. */
class TellingRulesTest {

    private static final UUID READER = UUID.randomUUID();
    private static final AnnouncedRevisions SETTLED = new AnnouncedRevisions(1, 1);
    private static final AnnouncedRevisions ANNOUNCED = new AnnouncedRevisions(2, 1);
    private static final String HOME = "ada@home.example";
    private static final String WORK = "ada@work.example";

    private Facts told = in("Auditorium");
    private String toldAddress = HOME;
    private String badAddress;
    private Facts current = in("Auditorium");
    private boolean dropped;
    private boolean shared;
    private String address = HOME;
    private AnnouncedRevisions announced = SETTLED;
    private boolean known = true;
    private TellingRules.Open open;

    @Test
    void whatWasToldAndIsStillTrueIsSettled() {
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.SETTLE);
        assertThat(state()).isEqualTo(BriefingState.TOLD);
    }

    @Test
    void anAnnouncedDifferenceIsTold() {
        current = in("Blue room");
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.CHANGED));
        assertThat(state()).isEqualTo(BriefingState.PENDING);
    }

    @Test
    void anAnnouncementOfEitherHalfIsEnough() {
        current = in("Blue room");
        announced = new AnnouncedRevisions(1, 2);
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.CHANGED));
    }

    @Test
    void aDifferenceThatNobodyAnnouncedIsNotTold() {
        current = in("Blue room");
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(state()).isEqualTo(BriefingState.UNANNOUNCED);
    }

    @Test
    void whoWasToldNothingIsToldTheWholePlace() {
        toldNothing();
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.SCHEDULED));
    }

    @Test
    void nothingToldAndNothingTrueIsSilence() {
        toldNothing();
        current = null;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.SETTLE);
        assertThat(state()).isEqualTo(BriefingState.NOTHING_TO_TELL);
    }

    @Test
    void whatIsNoLongerPlacedIsCancelled() {
        current = null;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.CANCELLED));
    }

    @Test
    void beingDroppedOutranksBeingCancelled() {
        current = null;
        dropped = true;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.REMOVED));
    }

    @Test
    void whereAnotherPresenterIsWrittenToNothingIsTakenBack() {
        current = null;
        dropped = true;
        shared = true;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.FORGET);
        assertThat(verdict().supersedes()).isTrue();
    }

    @Test
    void aCancellationIsForAllAtAnAddress() {
        current = null;
        shared = true;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.CANCELLED));
    }

    @Test
    void aNewAddressIsToldThePresentStateWithoutAnyAnnouncement() {
        address = WORK;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.SCHEDULED));
    }

    @Test
    void aFirstAddressIsToldWhatCountedAsTold() {
        toldAddress = null;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.SCHEDULED));
    }

    @Test
    void aNewAddressIsNotToldThatThereIsNothing() {
        current = null;
        address = WORK;
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void aCancellationGoesToTheNewAddress() {
        current = null;
        address = WORK;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.CANCELLED));
    }

    @Test
    void withoutAnAddressNobodyIsTold() {
        current = in("Blue room");
        announced = ANNOUNCED;
        address = null;
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(state()).isEqualTo(BriefingState.NO_ADDRESS);
    }

    @Test
    void aBadAddressIsNotWrittenToAgain() {
        toldNothing();
        badAddress = HOME;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(state()).isEqualTo(BriefingState.BAD_ADDRESS);
    }

    @Test
    void anotherAddressEndsABadOne() {
        toldNothing();
        badAddress = HOME;
        address = WORK;
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.SCHEDULED));
    }

    @Test
    void nothingIsDueWhileSomethingIsMissingOrUnpublished() {
        current = null;
        announced = ANNOUNCED;
        known = false;
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(state()).isEqualTo(BriefingState.UNANNOUNCED);
    }

    @Test
    void aNoticeOnItsWayIsAwaited() {
        current = in("Blue room");
        announced = ANNOUNCED;
        open = telling(in("Green room"), HOME, NoticeState.SENDING);
        assertThat(verdict()).isEqualTo(Verdict.WAIT);
        assertThat(state()).isEqualTo(BriefingState.PENDING);
    }

    @Test
    void anOpenNoticeThatSaysWhatIsTrueIsKept() {
        current = in("Blue room");
        announced = ANNOUNCED;
        open = telling(in("Blue room"), HOME, NoticeState.RETRYING);
        assertThat(verdict()).isEqualTo(Verdict.KEEP);
    }

    @Test
    void anOpenNoticeThatIsOvertakenIsReplaced() {
        current = in("Blue room");
        announced = ANNOUNCED;
        open = telling(in("Green room"), HOME, NoticeState.DUE);
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.CHANGED));
        assertThat(verdict().supersedes()).isTrue();
    }

    @Test
    void anOpenNoticeToAnOldAddressIsReplaced() {
        current = in("Blue room");
        announced = ANNOUNCED;
        address = WORK;
        open = telling(in("Blue room"), HOME, NoticeState.DUE);
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.SCHEDULED));
    }

    @Test
    void movedBackBeforeTheNoticeWentOutIsSilence() {
        announced = ANNOUNCED;
        open = telling(in("Blue room"), HOME, NoticeState.DUE);
        assertThat(verdict()).isEqualTo(Verdict.SETTLE);
        assertThat(verdict().supersedes()).isTrue();
    }

    @Test
    void aNoticeThatMayHaveBeenReadIsNotRepeatedOnceItIsWrong() {
        told = in("Blue room");
        announced = ANNOUNCED;
        open = telling(in("Blue room"), HOME, NoticeState.AMBIGUOUS);
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.CHANGED));
    }

    @Test
    void anOpenCancellationTurnsIntoARemoval() {
        current = null;
        dropped = true;
        announced = ANNOUNCED;
        open = new TellingRules.Open(Kind.CANCELLED, null, HOME, NoticeState.DUE);
        assertThat(verdict()).isEqualTo(Verdict.make(Kind.REMOVED));
    }

    @Test
    void aSecondReasonToCancelIsNoSecondNotice() {
        current = null;
        announced = new AnnouncedRevisions(3, 3);
        open = new TellingRules.Open(Kind.CANCELLED, null, HOME, NoticeState.DUE);
        assertThat(verdict()).isEqualTo(Verdict.KEEP);
    }

    @Test
    void anUnpublishedTalkTakesItsOpenNoticeBack() {
        current = null;
        known = false;
        open = telling(in("Blue room"), HOME, NoticeState.DUE);
        assertThat(verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(verdict().supersedes()).isTrue();
    }

    @Test
    void aCorrectedNameIsNoNews() {
        current = new Facts(
                "Loom",
                "",
                null,
                null,
                "Auditorium",
                "Auditorium",
                told.startsAt(),
                told.endsAt(),
                "Europe/Paris",
                List.of(new Facts.Person(READER, "Ada Lovelace")));
        announced = ANNOUNCED;
        assertThat(verdict()).isEqualTo(Verdict.SETTLE);
    }

    @Test
    void aNoticeThatWasGivenUpIsSeen() {
        current = in("Blue room");
        assertThat(situation().state(true, false)).isEqualTo(BriefingState.FAILED);
    }

    @Test
    void whatCountedAsToldFromTheStartIsCalledBaseline() {
        assertThat(situation().state(false, true)).isEqualTo(BriefingState.BASELINE);
    }

    private Verdict verdict() {
        return situation().verdict();
    }

    private BriefingState state() {
        return situation().state(false, false);
    }

    private TellingRules situation() {
        return new TellingRules(
                new TellingRules.Told(told, toldAddress, badAddress),
                SETTLED,
                known,
                new TellingRules.Now(current, dropped, address, shared, announced),
                open);
    }

    private void toldNothing() {
        told = null;
        toldAddress = null;
    }

    private static TellingRules.Open telling(Facts facts, String address, NoticeState state) {
        return new TellingRules.Open(Kind.CHANGED, facts, address, state);
    }

    private static Facts in(String room) {
        return new Facts(
                "Loom",
                "",
                null,
                null,
                room,
                room,
                OffsetDateTime.parse("2027-03-02T10:00:00+01:00"),
                OffsetDateTime.parse("2027-03-02T10:30:00+01:00"),
                "Europe/Paris",
                List.of(new Facts.Person(READER, "Ada L.")));
    }
}
