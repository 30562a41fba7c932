package dev.lectern.schedule.edit;

import static dev.lectern.schedule.edit.Edits.TEN;
import static dev.lectern.schedule.edit.Edits.details;
import static dev.lectern.schedule.edit.Edits.place;
import static dev.lectern.schedule.edit.Edits.pointers;
import static dev.lectern.schedule.edit.Edits.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.replica.Presenter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TalkEditTest {

    private final PlainSchedule schedule = Edits.schedule();

    @Test
    void operationsAreDoneTogetherAsOneVersion() {
        // When
        var outcome = schedule.apply(place(3, "red", TEN), place(4, "blue", TEN));
        // Then
        assertThat(outcome.change())
                .hasValueSatisfying(change -> assertThat(change.version()).isEqualTo(3));
        assertThat(schedule.place(3)).isEqualTo("red 2027-03-02T10:00 45");
        assertThat(schedule.place(4)).isEqualTo("blue 2027-03-02T10:00 30");
    }

    @Test
    void allThatIsWrongIsSaidAndNothingIsDone() {
        // When
        var outcome = schedule.apply(
                place(3, "red", TEN),
                place(4, "nowhere", TEN),
                new Unschedule(4),
                place(99, "red", TEN),
                place(4, "red", "2027-03-31T10:00"));
        // Then
        assertThat(pointers(outcome))
                .containsExactly(
                        "/operations/1/room",
                        "/operations/2/contribution",
                        "/operations/3/contribution",
                        "/operations/4");
        assertThat(schedule.now().slots()).isEmpty();
    }

    @Test
    void whatAltersNothingIsNoChange() {
        // Given
        schedule.apply(place(3, "red", TEN));
        // When
        var outcome = schedule.apply(place(3, "blue", TEN), place(3, "red", TEN));
        // Then
        assertThat(outcome.change()).isEmpty();
        assertThat(schedule.schedule().version()).isEqualTo(3);
    }

    @Test
    void theRequestsMinutesComeBeforeThoseThatItTakesAlreadyAndTheCatalogs() {
        // Given
        schedule.apply(new Place(3, "red", TEN, 20, null, null));
        // When
        schedule.apply(place(3, "red", "2027-03-02T11:00"));
        // Then
        assertThat(schedule.place(3)).isEqualTo("red 2027-03-02T11:00 20");
    }

    @Test
    void twoTalksSwapAndEachIsAsLongAsBefore() {
        // Given
        schedule.apply(place(3, "red", TEN), place(4, "blue", "2027-03-02T14:00"));
        // When
        schedule.apply(new Swap(3, 4));
        // Then
        assertThat(schedule.place(3)).isEqualTo("blue 2027-03-02T14:00 45");
        assertThat(schedule.place(4)).isEqualTo("red 2027-03-02T10:00 30");
    }

    @Test
    void theSpeakerWhoStandsInTakesTheWholePlace() {
        // Given
        schedule.apply(place(3, "red", TEN));
        // When
        schedule.apply(new Swap(4, 3));
        // Then
        assertThat(schedule.place(3)).isEmpty();
        assertThat(schedule.place(4)).isEqualTo("red 2027-03-02T10:00 45");
    }

    @ParameterizedTest
    @CsvSource({"3, 3, /with", "4, 5, /contribution"})
    void whatCannotSwapIsNamed(int one, int other, String pointer) {
        // When
        var outcome = schedule.apply(new Swap(one, other));
        // Then
        assertThat(pointers(outcome)).containsExactly("/operations/0" + pointer);
    }

    @Test
    void roomsSwapForATimeOnly() {
        // Given
        schedule.apply(place(3, "red", TEN), place(4, "blue", "2027-03-02T12:00"));
        // When
        schedule.apply(new SwapRooms("red", "blue", TEN, "2027-03-02T12:00"));
        // Then
        assertThat(schedule.place(3)).isEqualTo("blue 2027-03-02T10:00 45");
        assertThat(schedule.place(4)).isEqualTo("blue 2027-03-02T12:00 30");
    }

    @Test
    void aShiftMovesWhatStartsFromThenOnInItsRoomAndNothingElse() {
        // Given
        schedule.apply(place(3, "red", "2027-03-02T09:00"), place(4, "red", TEN), place(5, "blue", TEN));
        // When
        schedule.apply(new Shift("red", TEN, null, 15));
        // Then
        assertThat(schedule.place(3)).isEqualTo("red 2027-03-02T09:00 45");
        assertThat(schedule.place(4)).isEqualTo("red 2027-03-02T10:15 30");
        assertThat(schedule.place(5)).isEqualTo("blue 2027-03-02T10:00 30");
    }

    @Test
    void aShiftSeesWhatOperationsBeforeItHaveMoved() {
        // Given
        schedule.apply(place(3, "red", "2027-03-02T09:00"), place(4, "red", TEN));
        // When
        schedule.apply(
                place(3, "red", "2027-03-02T15:00"),
                place(4, "red", "2027-03-02T08:00"),
                new Shift("red", TEN, null, 15));
        // Then
        assertThat(schedule.place(3)).isEqualTo("red 2027-03-02T15:15 45");
        assertThat(schedule.place(4)).isEqualTo("red 2027-03-02T08:00 30");
    }

    @Test
    void aShiftOverTheEndOfSummerTimeIsOfMinutesThatPass() {
        // Given
        var autumn = new PlainSchedule("Europe/Paris", "2027-10-31").room("red").talk(3, 45);
        autumn.apply(place(3, "red", "2027-10-31T01:30"));
        // When
        autumn.apply(new Shift(null, "2027-10-31T00:00", null, 120));
        // Then
        assertThat(autumn.now().slots().get(3).state().place().startsAt()).hasToString("2027-10-31T02:30+01:00");
    }

    @ParameterizedTest
    @CsvSource({"Asia/Kolkata, +05:30", "America/St_Johns, -03:30"})
    void aShiftOverMidnightIsInTheConferencesZone(String zone, String offset) {
        // Given
        var schedule =
                new PlainSchedule(zone, "2027-03-02", "2027-03-03").room("red").talk(3, 45);
        schedule.apply(place(3, "red", "2027-03-02T23:30"));
        // When
        schedule.apply(new Shift(null, "2027-03-02T23:30", null, 45));
        // Then
        assertThat(schedule.now().slots().get(3).state().place().startsAt()).hasToString("2027-03-03T00:15" + offset);
    }

    @Test
    void aShiftNamesAllThatNoLongerFits() {
        // Given
        schedule.apply(place(3, "red", "2027-03-03T23:00"), place(4, "blue", "2027-03-03T23:30"));
        // When
        var outcome = schedule.apply(new Shift(null, "2027-03-03T00:00", null, 60));
        // Then
        assertThat(refusal(outcome)).isEqualTo("outside-days");
        assertThat(details(outcome)).anyMatch(detail -> detail.contains("contribution 3 "));
        assertThat(details(outcome)).anyMatch(detail -> detail.contains("contribution 4 "));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsPinnedStays(Operation move) {
        // Given
        schedule.apply(place(3, "red", TEN), new Pin(3));
        // When
        var outcome = schedule.apply(move);
        // Then
        assertThat(refusal(outcome)).isEqualTo("pinned");
    }

    static List<Operation> whatIsPinnedStays() {
        return List.of(
                place(3, "blue", TEN),
                new Unschedule(3),
                new Resize(3, 20),
                new Shift(null, "2027-03-02T09:00", null, 5),
                new Swap(3, 4));
    }

    @Test
    void whatIsUnpinnedMoves() {
        // Given
        schedule.apply(place(3, "red", TEN), new Pin(3));
        // When
        schedule.apply(new Unpin(3), place(3, "blue", TEN));
        // Then
        assertThat(schedule.place(3)).isEqualTo("blue 2027-03-02T10:00 45");
    }

    @Test
    void theCatalogFreesEvenWhatIsPinned() {
        // Given
        schedule.apply(place(3, "red", TEN), new Pin(3));
        // When
        schedule.apply(schedule.withdrawal(3));
        // Then
        assertThat(schedule.place(3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"red, 12", "blue,"})
    void aPosterKeepsItsPositionInItsRoom(String room, Integer position) {
        // Given
        schedule.apply(new Place(3, "red", TEN, null, 12, null));
        // When
        schedule.apply(place(3, room, "2027-03-02T11:00"));
        // Then
        assertThat(schedule.now().slots().get(3).position()).isEqualTo(position);
    }

    @Test
    void outsideItsDaysAConferenceNeedsToBeMeant() {
        // When
        schedule.apply(new Place(3, "red", "2027-03-01T18:00", null, null, true));
        // Then
        assertThat(schedule.place(3)).isEqualTo("red 2027-03-01T18:00 45");
    }

    @Test
    void whatIsOutsideTheDaysAlreadyMovesOnThatDay() {
        // Given
        schedule.apply(new Place(3, "red", "2027-03-01T18:00", null, null, true));
        // When
        var outcome = schedule.apply(place(3, "red", "2027-03-01T19:00"));
        // Then
        assertThat(outcome.refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN", "REJECTED", "PROPOSED"})
    void onlyWhatIsAcceptedIsPlaced(String state) {
        // Given
        schedule.contribution(3, 45, state, false);
        // When
        var outcome = schedule.apply(place(3, "red", TEN));
        // Then
        assertThat(refusal(outcome)).isEqualTo("contribution-withdrawn");
    }

    @Test
    void aTakenRoomProposesTheNearestFreePlaces() {
        // Given
        schedule.apply(place(3, "red", TEN));
        // When
        var outcome = schedule.apply(place(4, "red", "2027-03-02T10:30"));
        // Then
        assertThat(refusal(outcome)).isEqualTo("room-taken");
        assertThat((List<?>) outcome.refusal().orElseThrow().extensions().get("freePlaces"))
                .extracting(Object::toString)
                .satisfiesExactly(
                        place -> assertThat(place).contains("blue", "10:30"),
                        place -> assertThat(place).contains("red", "10:45"),
                        place -> assertThat(place).contains("red", "09:30"));
    }

    @Test
    void talksOfOneChangeMayNotBeInOnePlaceEither() {
        // When
        var outcome = schedule.apply(place(3, "red", TEN), place(4, "red", "2027-03-02T10:44"));
        // Then
        assertThat(refusal(outcome)).isEqualTo("room-taken");
        assertThat(pointers(outcome)).containsExactly("/operations/1");
    }

    @Test
    void aTalkMayStartWhenTheOneBeforeItEnds() {
        // Given
        schedule.apply(place(3, "red", TEN));
        // When
        var outcome = schedule.apply(place(4, "red", "2027-03-02T10:45"));
        // Then
        assertThat(outcome.refusal()).isEmpty();
    }

    @Test
    void inAnotherZoneTalksKeepTheirLocalTime() {
        // Given
        schedule.apply(place(3, "red", TEN));
        // When
        schedule.moveTo("America/St_Johns");
        // Then
        assertThat(schedule.now().slots().get(3).state().place().startsAt()).hasToString("2027-03-02T10:00-03:30");
    }

    @Test
    void whatClashesInAnotherZoneLosesItsPlace() {
        // Given
        var utc = new PlainSchedule("UTC", "2027-03-28").room("red").talk(3, 30).talk(4, 30);
        utc.apply(place(3, "red", "2027-03-28T02:00"), place(4, "red", "2027-03-28T03:00"));
        // When
        utc.moveTo("Europe/Paris");
        // Then
        assertThat(utc.place(3)).isEqualTo("red 2027-03-28T03:00 30");
        assertThat(utc.place(4)).isEmpty();
    }

    @Test
    void presentersAreToldOfTalksByNumber() {
        // Given
        var ada = new Presenter(UUID.randomUUID(), "Ada L.", "");
        var bob = new Presenter(UUID.randomUUID(), "Bob R.", "");
        schedule.talk(3, 45, ada, bob).talk(4, 30, bob);
        schedule.apply(new Publish());
        schedule.apply(place(3, "red", TEN));
        // When
        var outcome = schedule.apply(place(4, "blue", TEN), place(3, "red", "2027-03-02T11:00"));
        // Then
        assertThat(outcome.tells())
                .extracting(tell ->
                        tell.presenter().name() + " " + tell.contribution().number() + " " + tell.kind())
                .containsExactly("Ada L. 3 CHANGED", "Bob R. 3 CHANGED", "Bob R. 4 SCHEDULED");
    }

    @Test
    void nobodyIsToldOfWhatIsNotPublic() {
        // Given
        schedule.talk(3, 45, new Presenter(UUID.randomUUID(), "Ada L.", ""));
        // When
        var outcome = schedule.apply(place(3, "red", TEN));
        // Then
        assertThat(outcome.tells()).isEmpty();
        assertThat(outcome.news()).isEmpty();
    }

    @Test
    void aQuietChangeIsNewsThatNobodyIsToldOf() {
        // Given
        schedule.talk(3, 45, new Presenter(UUID.randomUUID(), "Ada L.", ""));
        schedule.apply(new Publish());
        // When
        var outcome = schedule.apply(Command.of(place(3, "red", TEN)), Signature.of("Ada L.", null, false));
        // Then
        assertThat(outcome.news()).hasSize(1);
        assertThat(outcome.tells()).isEmpty();
    }

    @Test
    void publicationIsNewsOfAllThatHasAPlace() {
        // Given
        schedule.apply(place(4, "blue", TEN), place(3, "red", TEN));
        // When
        var outcome = schedule.apply(new Publish());
        // Then
        assertThat(outcome.news())
                .extracting(news -> news.booking().called())
                .containsExactly("contribution 3", "contribution 4");
    }
}
