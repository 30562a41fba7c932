package dev.lectern.schedule.edit;

import static dev.lectern.schedule.edit.Edits.TEN;
import static dev.lectern.schedule.edit.Edits.coffee;
import static dev.lectern.schedule.edit.Edits.place;
import static dev.lectern.schedule.edit.Edits.pointers;
import static dev.lectern.schedule.edit.Edits.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReversalTest {

    private final PlainSchedule schedule = Edits.schedule();

    @Test
    void aChangeIsUndone() {
        // Given
        schedule.apply(place(3, "red", TEN), place(4, "blue", TEN));
        schedule.apply(new Swap(3, 4));
        // When
        schedule.apply(new Revert(4));
        // Then
        assertThat(schedule.place(3)).isEqualTo("red 2027-03-02T10:00 45");
        assertThat(schedule.place(4)).isEqualTo("blue 2027-03-02T10:00 30");
    }

    @Test
    void whatWasAlteredAgainStandsInTheWayOfUndoing() {
        // Given
        schedule.apply(place(3, "red", TEN));
        schedule.apply(place(3, "red", "2027-03-02T11:00"));
        // When
        var outcome = schedule.apply(new Revert(3));
        // Then
        assertThat(refusal(outcome)).isEqualTo("schedule-moved-on");
    }

    @Test
    void undoingTheCreationOfARoomRemovesIt() {
        // When
        schedule.apply(new Revert(2));
        // Then
        assertThat(schedule.now().rooms()).containsOnlyKeys("red");
    }

    @Test
    void aRoomThatWasRemovedComesBack() {
        // Given
        schedule.apply(new RemoveRoom("blue"));
        // When
        schedule.apply(new Revert(3));
        // Then
        assertThat(schedule.now().rooms()).containsOnlyKeys("red", "blue");
    }

    @Test
    void aRoomThatIsInUseIsNotUndone() {
        // Given
        schedule.apply(place(3, "blue", TEN));
        // When
        var outcome = schedule.apply(new Revert(2));
        // Then
        assertThat(refusal(outcome)).isEqualTo("in-use");
    }

    @Test
    void publicationIsTakenBackWhereItWasDone() {
        // Given
        schedule.apply(new Publish());
        // When
        var outcome = schedule.apply(new Revert(3));
        // Then
        assertThat(refusal(outcome)).isEqualTo("not-revertible");
    }

    @Test
    void anUnknownVersionIsNotFound() {
        // When
        var outcome = schedule.apply(new Revert(99));
        // Then
        assertThat(refusal(outcome)).isEqualTo("not-found");
    }

    @Test
    void aVersionThatIsNoneIsNotRestored() {
        // When
        var outcome = schedule.apply(new Restore(99));
        // Then
        assertThat(pointers(outcome)).containsExactly("/operations/0/version");
    }

    @Test
    void whatWasWithdrawnSinceIsNotRestored() {
        // Given
        schedule.apply(place(3, "red", TEN), place(4, "blue", TEN));
        schedule.contribution(3, 45, "WITHDRAWN", false);
        schedule.apply(schedule.withdrawal(3));
        schedule.apply(new Unschedule(4));
        // When
        schedule.apply(new Restore(3));
        // Then
        assertThat(schedule.place(3)).isEmpty();
        assertThat(schedule.place(4)).isEqualTo("blue 2027-03-02T10:00 30");
    }

    @Test
    void whatWasDeletedSinceIsPassedOver() {
        // Given
        schedule.apply(place(3, "red", TEN), place(4, "blue", TEN));
        schedule.apply(new Unschedule(3), new Unschedule(4));
        schedule.contribution(3, 45, "ACCEPTED", true);
        // When
        schedule.apply(new Restore(3));
        // Then
        assertThat(schedule.place(3)).isEmpty();
        assertThat(schedule.place(4)).isNotEmpty();
    }

    @Test
    void aBreakComesBackWithItsId() {
        // Given
        schedule.apply(coffee("red", TEN));
        var id = schedule.pause("Coffee").id();
        schedule.apply(new RemoveBreak(id));
        // When
        schedule.apply(new Revert(4));
        // Then
        assertThat(schedule.pause("Coffee").id()).isEqualTo(id);
    }

    @Test
    void whoHasNotSeenALaterChangeOfTheTalkOrRoomIsInConflict() {
        // Given
        schedule.apply(place(3, "red", TEN));
        schedule.apply(place(3, "red", "2027-03-02T11:00"));
        // When
        var outcome = schedule.since(3, place(4, "red", "2027-03-02T15:00"));
        // Then
        assertThat(outcome.conflicts()).extracting(Change::version).containsExactly(4L);
        assertThat(schedule.place(4)).isEmpty();
    }

    @Test
    void whatIsElsewhereIsNoConflict() {
        // Given
        schedule.apply(place(3, "red", TEN));
        schedule.apply(place(3, "red", "2027-03-02T11:00"));
        // When
        var outcome = schedule.since(3, place(4, "blue", "2027-03-02T15:00"));
        // Then
        assertThat(outcome.conflicts()).isEmpty();
        assertThat(schedule.place(4)).isNotEmpty();
    }
}
