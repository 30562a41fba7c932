package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Clash;
import dev.lectern.schedule.timetable.Overlaps;
import dev.lectern.schedule.timetable.RoomTaken;
import dev.lectern.schedule.timetable.Snapshot;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exclusive rooms that would hold two things at one time after an edit. They are judged once, in the end, so that
 * two talks may swap.
 */
final class Clashes {

    private final Edit edit;
    private final List<Booking> moved;
    private final Overlaps timetable;

    Clashes(Edit edit) {
        this.edit = edit;
        this.moved = edit.alterations().touched().stream()
                .filter(booking -> booking.isPlaced() && booking.exclusive())
                .toList();
        this.timetable = new Overlaps(
                Stream.concat(moved.stream(), neighbours()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Stored ones; of what was altered the edit knows better. */
    private Stream<Booking> neighbours() {
        // One by one: of a query with a list, no plan is kept.
        return moved.stream().collect(Collectors.groupingBy(Booking::room)).entrySet().stream()
                .flatMap(room -> edit.timetable().bookingsDuring(span(room.getValue()), room.getKey()).stream());
    }

    private static TimeRange span(Collection<Booking> bookings) {
        var start = bookings.stream().map(booking -> booking.when().start()).min(Instant::compareTo);
        var end = bookings.stream().map(booking -> booking.when().end()).max(Instant::compareTo);
        return new TimeRange(start.orElseThrow(), end.orElseThrow());
    }

    /** Has the edit object to all of them, and say where else there is room if it is one talk that is to be placed. */
    void object(Command command) {
        var pairs = timetable.clashesOf(moved);
        if (pairs.isEmpty()) {
            return;
        }
        var inTheWay = timetable.clashesWith(moved);
        var refusal =
                new RoomTaken(named(inTheWay), pairs.stream().map(this::fault).toList());
        command.placed()
                .flatMap(edit::slot)
                .filter(slot -> moved.equals(List.of(slot)))
                .ifPresent(slot -> refusal.with("freePlaces", new FreePlaces(edit, slot).nearest()));
        edit.objections().add("", refusal);
    }

    private Fault fault(Overlaps.Overlap pair) {
        var mine = moved.contains(pair.second()) ? pair.second() : pair.first();
        var other = mine.equals(pair.first()) ? pair.second() : pair.first();
        return Fault.at(
                edit.touchedAt(mine),
                "In %s there would be both %s and %s"
                        .formatted(mine.room().named().name(), mine.called(), other.called()));
    }

    private List<Clash> named(List<Booking> inTheWay) {
        var numbers = Snapshot.of(inTheWay, edit.timeZone()).slots().keySet();
        var titles =
                edit.contributions(numbers).stream().collect(Collectors.toMap(Contribution::id, Contribution::title));
        return inTheWay.stream()
                .map(booking -> booking.clash(titles::get, edit.timeZone()))
                .toList();
    }
}
