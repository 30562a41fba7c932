package dev.lectern.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final Instant TEN = Instant.parse("2027-03-02T10:00:00Z");
    private static final Instant HALF_PAST_TEN = Instant.parse("2027-03-02T10:30:00Z");

    private final Room red = room("red", true);
    private final Room blue = room("blue", true);
    private final Room posters = room("posters", false);

    @Test
    void twoTalksInOneRoomAtOneTimeClash() {
        // Given
        var loom = talk(1, red, TEN, 31);
        var panama = talk(2, red, HALF_PAST_TEN, 30);
        // When
        var clashes = new Overlaps(List.of(loom, panama)).clashesWith(List.of(panama));
        // Then
        assertThat(clashes).containsExactly(loom);
    }

    @Test
    void aTalkMayStartWhenTheOneBeforeItEnds() {
        // Given
        var loom = talk(1, red, TEN, 30);
        var panama = talk(2, red, HALF_PAST_TEN, 30);
        // When
        var clashes = new Overlaps(List.of(loom, panama)).clashesWith(List.of(loom, panama));
        // Then
        assertThat(clashes).isEmpty();
    }

    @Test
    void aTalkInsideAnotherClashes() {
        // Given
        var workshop = talk(1, red, TEN, 120);
        var lightning = talk(2, red, HALF_PAST_TEN, 5);
        // When
        var clashes = new Overlaps(List.of(workshop, lightning)).clashesWith(List.of(lightning));
        // Then
        assertThat(clashes).containsExactly(workshop);
    }

    @Test
    void talksInDifferentRoomsDoNotClash() {
        // Given
        var loom = talk(1, red, TEN, 30);
        var panama = talk(2, blue, TEN, 30);
        // When
        var clashes = new Overlaps(List.of(loom, panama)).clashesWith(List.of(loom));
        // Then
        assertThat(clashes).isEmpty();
    }

    @Test
    void aRoomThatIsNotExclusiveHoldsAny() {
        // Given
        var one = talk(1, posters, TEN, 30);
        var other = talk(2, posters, TEN, 30);
        // When
        var clashes = new Overlaps(List.of(one, other)).clashesWith(List.of(one));
        // Then
        assertThat(clashes).isEmpty();
    }

    @Test
    void aTalkWithoutAPlaceIsInNobodysWay() {
        // Given
        var loom = talk(1, red, TEN, 30);
        var freed = talk(2, red, TEN, 30);
        freed.giveWay();
        // When
        var clashes = new Overlaps(List.of(loom, freed)).clashesWith(List.of(loom));
        // Then
        assertThat(clashes).isEmpty();
    }

    @Test
    void aThousandTalksInOneRoomAtOneTimeAreNotComparedInPairsWithoutEnd() {
        // Given
        var all = IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> talk(number, red, TEN, 30))
                .toList();
        // When
        var clashes = new Overlaps(all).clashesOf(all);
        // Then
        assertThat(clashes).hasSize(Overlaps.MOST_CLASHES);
    }

    @Test
    void ofTalksThatClashTheLaterHasToGoAndThenTheHigherNumber() {
        // Given
        var first = talk(3, red, TEN, 60);
        var sameStart = talk(4, red, TEN, 10);
        var later = talk(1, red, HALF_PAST_TEN, 60);
        var free = talk(2, red, TEN.plusSeconds(3600), 15);
        // When
        var surplus = new Overlaps(List.of(later, free, sameStart, first)).surplus();
        // Then
        assertThat(surplus).containsExactly(sameStart, later);
    }

    private static Room room(String slug, boolean exclusive) {
        return new Room(UUID.randomUUID(), slug, new RoomDetails(slug, null, exclusive), 0);
    }

    private static Slot talk(int number, Room room, Instant start, int minutes) {
        var slot = new Slot(UUID.randomUUID(), UUID.randomUUID(), number);
        slot.moveTo(room, TimeRange.of(start, minutes), null);
        return slot;
    }
}
