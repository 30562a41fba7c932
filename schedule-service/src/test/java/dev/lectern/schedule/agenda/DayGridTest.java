package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayGridTest {

    private static final RoomName RED = new RoomName("red", "Red room");
    private static final RoomName BLUE = new RoomName("blue", "Blue room");
    private static final RoomName GREEN = new RoomName("green", "Green room");
    private static final List<RoomName> ROOMS = List.of(RED, BLUE, GREEN);

    @Test
    void aRowIsFiveMinutesFromTheFullHourBeforeTheFirstStart() {
        var talk = place(RED, "10:15", "10:45");
        assertThat(grid(talk).lane(talk)).isEqualTo("s5 e11 c2");
    }

    @Test
    void oddMinutesKeepTheirNeighboursRows() {
        var talk = place(RED, "10:03", "10:07");
        assertThat(grid(talk).lane(talk)).isEqualTo("s2 e4 c2");
    }

    @Test
    void whatIsInARoomAtTheSameTimeStandsSideBySide() {
        // Given
        var first = place(RED, "10:00", "11:00");
        var second = place(RED, "10:30", "11:30");
        var third = place(RED, "11:00", "12:00");
        var elsewhere = place(GREEN, "10:00", "11:00");
        // When
        var grid = grid(first, second, third, elsewhere);
        // Then
        assertThat(Stream.of(first, second, third, elsewhere).map(grid::lane))
                .containsExactly("s2 e14 c2", "s8 e20 c3", "s14 e26 c2", "s2 e14 c4");
        assertThat(grid.columns()).containsExactly(new DayGrid.Column(RED, 2, 2), new DayGrid.Column(GREEN, 4, 1));
        assertThat(grid.classes()).isEqualTo("n3");
    }

    @Test
    void whatHasTheSameTimeAndPlaceHasALaneEach() {
        var talk = place(RED, "10:00", "11:00");
        var grid = grid(talk, talk, talk);
        assertThat(Stream.of(grid.lane(talk), grid.lane(talk), grid.lane(talk)))
                .containsExactly("s2 e14 c2", "s2 e14 c3", "s2 e14 c4");
    }

    @Test
    void aSessionIsAsWideAsItsRoomAndABreakAsAllOfThem() {
        var first = place(RED, "10:00", "11:00");
        var grid = grid(first, first, place(BLUE, "10:00", "11:00"));
        assertThat(grid.wide(first)).isEqualTo("s2 e14 c2 w2");
        assertThat(grid.wide(place(null, "11:00", "11:30"))).isEqualTo("s14 e20 across");
    }

    @Test
    void aRoomWithNothingButASessionHasALane() {
        // Given
        var session = place(BLUE, "10:00", "11:00");
        // When
        var grid = new DayGrid(session.startsAt(), ROOMS, List.of(), List.of(session));
        // Then
        assertThat(grid.columns()).containsExactly(new DayGrid.Column(BLUE, 2, 1));
        assertThat(grid.wide(session)).isEqualTo("s2 e14 c2 w1");
    }

    @Test
    void aDayThatNeverEndsStaysWithinTheRowsThatThereAre() {
        var talk = new TimeAndPlace(
                RED, OffsetDateTime.parse("2027-03-02T10:00Z"), OffsetDateTime.parse("2027-03-09T10:00Z"));
        assertThat(grid(talk).lane(talk)).isEqualTo("s2 e420 c2");
    }

    @Test
    void moreLanesThanThereAreClassesDoNotFit() {
        var talk = place(RED, "10:00", "11:00");
        assertThat(grid(Stream.generate(() -> talk).limit(100).toArray(TimeAndPlace[]::new))
                        .fits())
                .isTrue();
        assertThat(grid(Stream.generate(() -> talk).limit(101).toArray(TimeAndPlace[]::new))
                        .fits())
                .isFalse();
        assertThat(grid().fits()).isFalse();
    }

    private static DayGrid grid(TimeAndPlace... places) {
        var begin = Stream.of(places)
                .map(TimeAndPlace::startsAt)
                .min(OffsetDateTime::compareTo)
                .orElse(OffsetDateTime.parse("2027-03-02T10:00Z"));
        return new DayGrid(begin, ROOMS, List.of(places), List.of());
    }

    private static TimeAndPlace place(RoomName room, String start, String end) {
        return new TimeAndPlace(
                room,
                OffsetDateTime.parse("2027-03-02T" + start + "Z"),
                OffsetDateTime.parse("2027-03-02T" + end + "Z"));
    }
}
