package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Clash;
import dev.lectern.schedule.timetable.RoomTaken;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.timetable.Timetable;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exclusive rooms that would hold two things at one time after an edit. They are judged once, in the end, so that two talks may swap. */
final class Clashes {

    private final Edit edit;
    private final List<Booking> moved;
    private final Timetable timetable;

    Clashes(Edit edit) {
        this.edit = edit;
        this.moved = edit.alterations().touched().stream()
                .filter(booking -> booking.isPlaced() && booking.exclusive())
                .toList();
        this.timetable = new Timetable(
                Stream.concat(moved.stream(), neighbours()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Stored ones; of what was altered the edit knows better. */
    private Stream<Booking> neighbours() {
        // One by one: of a query with a list, no plan is kept.
        return moved.stream().collect(Collectors.groupingBy(Booking::room)).entrySet().stream()
                .flatMap(room -> Booking.inRoomDuring(room.getKey(), span(room.getValue())).stream());
    }

    private static TimeRange span(Collection<Booking> bookings) {
        var start = bookings.stream().map(booking -> booking.when().start()).min(Instant::compareTo);
        var end = bookings.stream().map(booking -> booking.when().end()).max(Instant::compareTo);
        return new TimeRange(start.orElseThrow(), end.orElseThrow());
    }

    /** Has the edit object to all of them, and say where else there is room if it is one talk that is to be placed. */
    void object(Order order) {
        var pairs = timetable.clashesOf(moved);
        if (pairs.isEmpty()) {
            return;
        }
        var inTheWay = timetable.clashesWith(moved);
        var refusal =
                new RoomTaken(named(inTheWay), pairs.stream().map(this::fault).toList());
        if (order.placesOne() && moved.size() == 1 && moved.get(0) instanceof Slot slot) {
            refusal.with("freePlaces", new FreePlaces(edit, slot).nearest());
        }
        edit.objections().add("", refusal);
    }

    private Fault fault(Timetable.Pair pair) {
        var mine = moved.contains(pair.second()) ? pair.second() : pair.first();
        var other = mine.equals(pair.first()) ? pair.second() : pair.first();
        return Fault.at(
                edit.touchedAt(mine),
                "In %s there would be both %s and %s"
                        .formatted(mine.room().named().name(), mine.called(), other.called()));
    }

    private List<Clash> named(List<Booking> inTheWay) {
        var titles = Contribution.withIds(inTheWay.stream().map(Booking::id).toList()).stream()
                .collect(Collectors.toMap(Contribution::id, Contribution::title));
        return inTheWay.stream().map(booking -> named(booking, titles)).toList();
    }

    private Clash named(Booking booking, Map<UUID, String> titles) {
        if (booking instanceof Break pause) {
            return Clash.of(pause, edit.timeZone());
        }
        return booking instanceof Session session
                ? Clash.of(session, edit.timeZone())
                : Clash.of((Slot) booking, titles.get(booking.id()), edit.timeZone());
    }
}
