package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.TimeAndPlace;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a talk could be whose place is taken: in another room at that time, or in its room at another time of that day.
 */
final class FreePlaces {

    private static final int MOST = 3;

    private record Candidate(Room room, TimeRange when) {}

    private final Edit edit;
    private final Slot slot;
    private final TimeRange day;
    private final List<Booking> others;

    FreePlaces(Edit edit, Slot slot) {
        this.edit = edit;
        this.slot = slot;
        var date = slot.when().start().atZone(edit.timeZone()).toLocalDate();
        this.day = new TimeRange(
                date.atStartOfDay(edit.timeZone()).toInstant(),
                date.plusDays(1).atStartOfDay(edit.timeZone()).toInstant());
        this.others = edit.during(new TimeRange(day.start(), latestEnd())).stream()
                .filter(other -> !other.equals(slot) && !other.isBlock())
                .toList();
    }

    private Instant latestEnd() {
        return day.end().plus(length());
    }

    private Duration length() {
        return Duration.ofMinutes(slot.when().minutes());
    }

    /** At most three, the nearest in time first, and of those the ones in the room that was asked for. */
    List<Spot> nearest() {
        return Stream.concat(atThatTime(), inThatRoom())
                .filter(this::isFree)
                .distinct()
                .sorted(Comparator.comparing(this::distance)
                        .thenComparing(candidate -> !slot.isIn(candidate.room()))
                        .thenComparing(candidate -> candidate.when().start())
                        .thenComparing(candidate -> candidate.room().position()))
                .limit(MOST)
                .map(free -> Spot.free(TimeAndPlace.of(free.room(), free.when(), edit.timeZone())))
                .toList();
    }

    private Stream<Candidate> atThatTime() {
        return edit.roomsEver().stream()
                .filter(room -> !room.removed() && !slot.isIn(room))
                .map(room -> new Candidate(room, slot.when()));
    }

    /** Right after something else, or right before it. */
    private Stream<Candidate> inThatRoom() {
        return others.stream()
                .filter(other -> other.isIn(slot.room()))
                .flatMap(other ->
                        Stream.of(other.when().end(), other.when().start().minus(length())))
                .filter(start -> !start.isBefore(day.start()) && start.isBefore(day.end()))
                .map(start -> new Candidate(
                        slot.room(), TimeRange.of(start, slot.when().minutes())));
    }

    private boolean isFree(Candidate candidate) {
        return !candidate.room().exclusive()
                || others.stream()
                        .noneMatch(other ->
                                other.isIn(candidate.room()) && other.when().overlaps(candidate.when()));
    }

    private Duration distance(Candidate candidate) {
        return Duration.between(slot.when().start(), candidate.when().start()).abs();
    }
}
