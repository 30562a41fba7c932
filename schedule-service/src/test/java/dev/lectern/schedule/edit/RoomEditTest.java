package dev.lectern.schedule.edit;

import static dev.lectern.schedule.edit.Edits.TEN;
import static dev.lectern.schedule.edit.Edits.bells;
import static dev.lectern.schedule.edit.Edits.coffee;
import static dev.lectern.schedule.edit.Edits.place;
import static dev.lectern.schedule.edit.Edits.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.RoomDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoomEditTest {

    private static final RoomDetails SHARED = new RoomDetails("Hall", null, false);
    private static final RoomDetails EXCLUSIVE = new RoomDetails("Hall", null, true);

    private final PlainSchedule schedule = Edits.schedule();

    @Test
    void roomsOfOneNameGetSlugsOfTheirOwn() {
        // When
        schedule.apply(new AddRoom(null, SHARED), new AddRoom(null, SHARED));
        // Then
        assertThat(schedule.now().rooms()).containsKeys("hall", "hall-2");
    }

    @Test
    void aSlugIsTakenOnce() {
        // Given
        schedule.apply(new RemoveRoom("red"));
        // When
        var outcome = schedule.apply(new AddRoom("red", SHARED));
        // Then
        assertThat(refusal(outcome)).isEqualTo("slug-taken");
    }

    @Test
    void aRoomWithOverlapsCannotBecomeExclusive() {
        // Given
        schedule.apply(new AddRoom("hall", SHARED));
        schedule.apply(place(3, "hall", TEN), place(4, "hall", TEN));
        // When
        var outcome = schedule.apply(new ChangeRoom("hall", EXCLUSIVE));
        // Then
        assertThat(refusal(outcome)).isEqualTo("room-taken");
    }

    @Test
    void aRoomBecomesExclusiveWithWhatIsInIt() {
        // Given
        schedule.apply(new AddRoom("hall", SHARED));
        schedule.apply(place(3, "hall", TEN));
        // When
        schedule.apply(new ChangeRoom("hall", EXCLUSIVE));
        // Then
        assertThat(refusal(schedule.apply(place(4, "hall", TEN)))).isEqualTo("room-taken");
    }

    @ParameterizedTest
    @MethodSource
    void aRoomInUseIsNotRemoved(Operation use, String named) {
        // Given
        schedule.apply(use);
        // When
        var outcome = schedule.apply(new RemoveRoom("red"));
        // Then
        assertThat(refusal(outcome)).isEqualTo("in-use");
        assertThat(outcome.refusal())
                .map(Refused::getMessage)
                .hasValueSatisfying(message -> assertThat(message).contains(named));
    }

    static List<Arguments> aRoomInUseIsNotRemoved() {
        return List.of(
                Arguments.of(place(3, "red", TEN), "contribution 3"),
                Arguments.of(coffee("red", TEN), "the break “Coffee”"),
                Arguments.of(bells("red", TEN, 60), "the session “Bells”"));
    }

    @Test
    void aNewNameIsNewsOfEachTalkInTheRoom() {
        // Given
        schedule.apply(place(3, "red", TEN), place(4, "blue", TEN));
        schedule.apply(new Publish());
        // When
        var outcome = schedule.apply(new ChangeRoom("red", EXCLUSIVE));
        // Then
        assertThat(outcome.news()).extracting(news -> news.booking().called()).containsExactly("contribution 3");
    }
}
