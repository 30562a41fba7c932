package dev.lectern.schedule.edit;

import static dev.lectern.schedule.edit.Edits.TEN;
import static dev.lectern.schedule.edit.Edits.coffee;
import static dev.lectern.schedule.edit.Edits.details;
import static dev.lectern.schedule.edit.Edits.place;
import static dev.lectern.schedule.edit.Edits.pointers;
import static dev.lectern.schedule.edit.Edits.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.timetable.BreakState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BreakEditTest {

    private final PlainSchedule schedule = Edits.schedule();

    @Test
    void aBreakInARoomTakesIt() {
        // Given
        schedule.apply(coffee("red", "2027-03-02T10:30"));
        // When
        var outcome = schedule.apply(place(3, "red", TEN));
        // Then
        assertThat(refusal(outcome)).isEqualTo("room-taken");
        assertThat(details(outcome)).anyMatch(detail -> detail.contains("the break “Coffee”"));
    }

    @Test
    void aBreakInAllRoomsTakesNone() {
        // Given
        schedule.apply(coffee(null, "2027-03-02T10:30"));
        // When
        var outcome = schedule.apply(place(3, "red", TEN));
        // Then
        assertThat(outcome.refusal()).isEmpty();
    }

    @Test
    void aBreakIsOnADayOfTheConference() {
        // When
        var outcome = schedule.apply(coffee(null, "2027-03-31T10:30"));
        // Then
        assertThat(refusal(outcome)).isEqualTo("outside-days");
        assertThat(details(outcome)).anyMatch(detail -> detail.contains("the break “Coffee”"));
    }

    @Test
    void aBreakThatThereIsNotIsNamed() {
        // When
        var outcome = schedule.apply(new RemoveBreak(UUID.randomUUID()));
        // Then
        assertThat(pointers(outcome)).containsExactly("/operations/0/id");
    }

    @Test
    void shiftsAndSwapsOfRoomsTakeBreaksAlong() {
        // Given
        schedule.apply(
                place(3, "red", "2027-03-02T09:00"),
                coffee("red", "2027-03-02T09:45"),
                place(4, "red", "2027-03-02T10:15"));
        // When
        schedule.apply(
                new Shift("red", "2027-03-02T09:00", null, 15),
                new SwapRooms("red", "blue", "2027-03-02T09:00", "2027-03-02T12:00"));
        // Then
        assertThat(kept().place().room().slug()).isEqualTo("blue");
        assertThat(kept().place().startsAt().toLocalDateTime()).hasToString("2027-03-02T10:00");
        assertThat(schedule.place(4)).isEqualTo("blue 2027-03-02T10:30 30");
    }

    @Test
    void aBreakThatIsRemovedAndSetBackInOneChangeIsTheSame() {
        // Given
        schedule.apply(coffee("red", TEN));
        var id = schedule.pause("Coffee").id();
        schedule.apply(new SetBreak(id, "Tea", "blue", TEN, 30, null));
        // When
        var outcome = schedule.apply(new RemoveBreak(id), new Restore(3));
        // Then
        assertThat(outcome.removed()).isEmpty();
        assertThat(outcome.added()).isEmpty();
        assertThat(schedule.pause("Coffee").id()).isEqualTo(id);
    }

    @Test
    void aBreakThatIsSetBackAndRemovedInOneChangeHasNotBeenThere() {
        // Given
        schedule.apply(coffee("red", TEN));
        var id = schedule.pause("Coffee").id();
        schedule.apply(new RemoveBreak(id));
        // When
        var outcome = schedule.apply(new Restore(3), new RemoveBreak(id));
        // Then
        assertThat(outcome.change()).isEmpty();
    }

    @Test
    void aBreakStaysAtItsLocalTimeInAnotherZone() {
        // Given
        schedule.apply(coffee("red", "2027-03-02T10:30"));
        // When
        schedule.moveTo("America/St_Johns");
        // Then
        assertThat(kept().place().startsAt()).hasToString("2027-03-02T10:30-03:30");
    }

    @Test
    void aBreakStaysWhereATalkHasToGoInAnotherZone() {
        // Given
        var utc = new PlainSchedule("UTC", "2027-03-28").room("red").talk(3, 30);
        utc.apply(place(3, "red", "2027-03-28T02:00"), coffee("red", "2027-03-28T03:00"));
        // When
        utc.moveTo("Europe/Paris");
        // Then
        assertThat(utc.place(3)).isEmpty();
        assertThat(utc.now().breaks()).hasSize(1);
    }

    private BreakState kept() {
        return schedule.now().breaks().values().iterator().next();
    }
}
