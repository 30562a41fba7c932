package dev.lectern.schedule.edit;

import static dev.lectern.schedule.edit.Edits.TEN;
import static dev.lectern.schedule.edit.Edits.bells;
import static dev.lectern.schedule.edit.Edits.coffee;
import static dev.lectern.schedule.edit.Edits.details;
import static dev.lectern.schedule.edit.Edits.moved;
import static dev.lectern.schedule.edit.Edits.place;
import static dev.lectern.schedule.edit.Edits.pointers;
import static dev.lectern.schedule.edit.Edits.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.replica.PresenterReference;
import dev.lectern.schedule.timetable.RoomDetails;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SessionEditTest {

    private final PlainSchedule schedule = Edits.schedule();

    @Test
    void itsTalksAreSeatedOneAfterTheOtherPastBreaks() {
        // Given
        schedule.apply(coffee("red", "2027-03-02T10:45"));
        // When
        schedule.apply(bells("red", TEN, 150, 4, 3, 5));
        // Then
        assertThat(places(4, 3, 5)).containsExactly("10:00", "11:15", "12:00");
        assertThat(talks()).containsExactly(4, 3, 5);
    }

    @Test
    void aBreakInAllRoomsIsPassedToo() {
        // Given
        schedule.apply(
                new SetBreak(null, "Tea", null, "2027-03-02T09:50", 20, null),
                new SetBreak(null, "Lunch", null, "2027-03-02T11:00", 60, null));
        // When
        schedule.apply(bells("red", TEN, 240, 3, 4));
        // Then
        assertThat(places(3, 4)).containsExactly("10:10", "12:00");
    }

    @Test
    void talksThatAreThereStayAndOthersComeBetweenThem() {
        // Given
        schedule.apply(place(3, "red", "2027-03-02T10:15"), place(4, "red", "2027-03-02T11:30"));
        // When
        schedule.apply(bells("red", TEN, 120, 3, 5, 4));
        // Then
        assertThat(places(3, 5, 4)).containsExactly("10:15", "11:00", "11:30");
    }

    @Test
    void inAnotherOrderAllOfThemAreSeatedAnew() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 5, 4));
        // When
        schedule.apply(seated(4, 3, 5));
        // Then
        assertThat(places(4, 3, 5)).containsExactly("10:00", "10:30", "11:15");
    }

    @Test
    void aTalkThatIsNotNamedAnyMoreLeavesItAndKeepsItsPlace() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(seated(4));
        // Then
        assertThat(talks()).containsExactly(4);
        assertThat(places(3, 4)).containsExactly("10:00", "10:45");
    }

    @Test
    void aHallOfPostersShowsAllOfThemAllTheTime() {
        // Given
        schedule.apply(new AddRoom("hall", new RoomDetails("Hall", null, false)));
        // When
        schedule.apply(bells("hall", TEN, 120, 3, 4, 5));
        // Then
        assertThat(Stream.of(3, 4, 5).map(schedule::place)).containsOnly("hall 2027-03-02T10:00 120");
    }

    @Test
    void movingItTakesItsTalksAndBreaksAlong() {
        // Given
        schedule.apply(coffee("red", "2027-03-02T10:45"), bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(moved(schedule, "blue", "2027-03-03T09:30", 120));
        // Then
        assertThat(schedule.place(3)).isEqualTo("blue 2027-03-03T09:30 45");
        assertThat(schedule.place(4)).isEqualTo("blue 2027-03-03T10:45 30");
        assertThat(schedule.now().breaks().values())
                .allSatisfy(pause ->
                        assertThat(pause.place().startsAt().toLocalDateTime()).hasToString("2027-03-03T10:15"));
        assertThat(talks()).containsExactly(3, 4);
    }

    @Test
    void aShiftProlongsTheOneThatIsUnderWay() {
        // Given
        schedule.apply(bells("red", TEN, 75, 3, 4));
        // When
        schedule.apply(new Shift(null, "2027-03-02T10:30", null, 20));
        // Then
        assertThat(places(3, 4)).containsExactly("10:00", "11:05");
        assertThat(schedule.session("Bells").when().minutes()).isEqualTo(95);
        assertThat(talks()).containsExactly(3, 4);
    }

    @Test
    void aShiftTakesItsTalksAlongOnce() {
        // Given
        schedule.apply(bells("red", TEN, 75, 3, 4));
        // When
        schedule.apply(new Shift("red", TEN, null, 15));
        // Then
        assertThat(places(3, 4)).containsExactly("10:15", "11:00");
        assertThat(schedule.session("Bells").when().minutes()).isEqualTo(75);
    }

    @Test
    void roomsAreSwappedWithTheirSessions() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(new SwapRooms("red", "blue", TEN, "2027-03-02T10:01"));
        // Then
        assertThat(schedule.session("Bells").room().slug()).isEqualTo("blue");
        assertThat(schedule.place(4)).startsWith("blue ");
        assertThat(talks()).containsExactly(3, 4);
    }

    @Test
    void aTalkThatIsPlacedElsewhereLeavesIt() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(place(4, "blue", TEN));
        // Then
        assertThat(talks()).containsExactly(3);
    }

    @Test
    void aTalkThatRoomsAreSwappedUnderLeavesIt() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(new SwapRooms("red", "blue", "2027-03-02T10:30", "2027-03-02T12:00"));
        // Then
        assertThat(schedule.place(4)).startsWith("blue ");
        assertThat(talks()).containsExactly(3);
    }

    @Test
    void aTalkComesBackToItWhenThatIsUndone() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        schedule.apply(place(4, "blue", TEN));
        // When
        schedule.apply(new Revert(4));
        // Then
        assertThat(talks()).containsExactly(3, 4);
    }

    @Test
    void aTalkThatIsWithdrawnLeavesIt() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(schedule.withdrawal(4));
        // Then
        assertThat(talks()).containsExactly(3);
    }

    @Test
    void whoStandsInTakesThePlaceInTheSession() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(new Swap(3, 5));
        // Then
        assertThat(talks()).containsExactly(5, 4);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        // When
        var outcome = schedule.apply(bells("red", TEN, 90, 3, 4, 5));
        // Then
        assertThat(refusal(outcome)).isEqualTo("does-not-fit");
        assertThat(pointers(outcome)).containsExactly("/operations/0/talks/2");
        assertThat(details(outcome)).containsExactly("contribution 5 would end 15 minutes after the session");
    }

    @ParameterizedTest
    @MethodSource
    void whatThereIsNotIsNamed(Operation operation, String pointer) {
        // When
        var outcome = schedule.apply(operation);
        // Then
        assertThat(pointers(outcome)).containsExactly("/operations/0" + pointer);
    }

    static List<Arguments> whatThereIsNotIsNamed() {
        var nobody = UUID.randomUUID();
        var chair = new PresenterReference(nobody);
        return List.of(
                Arguments.of(bells("red", TEN, 90, 99), "/talks/0"),
                Arguments.of(bells("red", TEN, 90, 3, 4, 3), "/talks/2"),
                Arguments.of(bells("nowhere", TEN, 90), "/room"),
                Arguments.of(new SetSession(nobody, "Bells", "red", TEN, 90, null, null), "/id"),
                Arguments.of(new RemoveSession(nobody), "/id"),
                Arguments.of(new SetSession(null, "Bells", "red", TEN, 90, List.of(chair), null), "/chairs/0"));
    }

    @Test
    void aNameThatTwoHaveChairsNothing() {
        // Given
        schedule.presenter("Bob R.");
        schedule.presenter("bob r.");
        // When
        var outcome = schedule.apply(chaired(new PresenterReference(null, "Bob R.")));
        // Then
        assertThat(details(outcome)).containsExactly("More than one presenter is called so; give the id");
    }

    @Test
    void twoSessionsDoNotShareAnExclusiveRoomAtOneTime() {
        // Given
        schedule.apply(bells("red", TEN, 60));
        // When
        var outcome = schedule.apply(bells("red", "2027-03-02T10:59", 60));
        // Then
        assertThat(refusal(outcome)).isEqualTo("room-taken");
    }

    @Test
    void aPinnedTalkHoldsItsSessionBack() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4), new Pin(4));
        // When
        var outcome = schedule.apply(moved(schedule, "red", "2027-03-02T11:00", 120));
        // Then
        assertThat(refusal(outcome)).isEqualTo("pinned");
    }

    @Test
    void withoutItItsTalksGoOn() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.apply(new RemoveSession(schedule.session("Bells").id()));
        // Then
        assertThat(places(3, 4)).containsExactly("10:00", "10:45");
        assertThat(schedule.now().slots().get(3).session()).isNull();
    }

    @Test
    void restoringAnEarlierVersionTakesItsSessionsAlong() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        schedule.apply(
                moved(schedule, "red", "2027-03-02T14:00", 120),
                new SetSession(null, "Ropes", "blue", TEN, 60, null, List.of(5)));
        // When
        schedule.apply(new Restore(3));
        // Then
        assertThat(schedule.now().sessions()).hasSize(1);
        assertThat(talks()).containsExactly(3, 4);
        assertThat(places(3, 4)).containsExactly("10:00", "10:45");
        assertThat(schedule.place(5)).isEmpty();
    }

    @Test
    void aSessionStaysAtItsLocalTimeInAnotherZone() {
        // Given
        schedule.apply(bells("red", TEN, 120, 3, 4));
        // When
        schedule.moveTo("America/St_Johns");
        // Then
        assertThat(schedule.now().sessions().values())
                .allSatisfy(session -> assertThat(session.place().startsAt()).hasToString("2027-03-02T10:00-03:30"));
        assertThat(talks()).containsExactly(3, 4);
    }

    @Test
    void chairsAreToldOfTheirPartInIt() {
        // Given
        var ada = schedule.presenter("Ada L.");
        var grace = schedule.presenter("Grace H.");
        schedule.apply(new Publish());
        schedule.apply(chaired(new PresenterReference(ada)));
        // When
        var outcome = schedule.apply(new SetSession(
                schedule.session("Bells").id(),
                "Bells",
                "red",
                "2027-03-02T11:00",
                120,
                List.of(new PresenterReference(grace)),
                null));
        // Then
        assertThat(outcome.tells())
                .extracting(tell -> tell.presenter().name() + " " + tell.kind())
                .containsExactly("Grace H. SCHEDULED", "Ada L. REMOVED");
    }

    @Test
    void aPresenterWhoIsMergedChairsAsTheOtherOne() {
        // Given
        var ada = schedule.presenter("Ada L.");
        var other = schedule.presenter("A. Lovelace");
        schedule.apply(chaired(new PresenterReference(other)));
        // When
        schedule.apply(new MergePresenter(other, ada));
        // Then
        assertThat(schedule.session("Bells").chairs()).containsExactly(ada);
    }

    @Test
    void anErasedPresenterChairsNothing() {
        // Given
        var ada = schedule.presenter("Ada L.");
        schedule.apply(chaired(new PresenterReference(ada)));
        // When
        schedule.apply(new ErasePresenter(ada));
        // Then
        assertThat(schedule.session("Bells").chairs()).isEmpty();
    }

    private SetSession seated(Integer... talks) {
        return new SetSession(schedule.session("Bells").id(), "Bells", "red", TEN, 120, null, List.of(talks));
    }

    private static SetSession chaired(PresenterReference by) {
        return new SetSession(null, "Bells", "red", TEN, 120, List.of(by), null);
    }

    private List<Integer> talks() {
        return schedule.talksIn(schedule.session("Bells").id());
    }

    private List<String> places(Integer... talks) {
        return Stream.of(talks)
                .map(talk -> schedule.place(talk).replaceAll(".*T(\\S+) .*", "$1"))
                .toList();
    }
}
