package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Clash;
import dev.lectern.schedule.timetable.RoomTaken;
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

/** The exclusive rooms that would hold two talks at one time after an edit. They are judged once, in the end, so that two talks may swap. */
final class Clashes {

    private final Edit edit;
    private final List<Slot> moved;
    private final Timetable timetable;

    Clashes(Edit edit) {
        this.edit = edit;
        this.moved = edit.alterations().touched().stream()
                .filter(slot -> slot.isPlaced() && slot.exclusive())
                .toList();
        this.timetable = new Timetable(
                Stream.concat(moved.stream(), neighbours()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Stored ones; of what was altered the edit knows better. */
    private Stream<Slot> neighbours() {
        // One by one: of a query with a list, no plan is kept.
        return moved.stream().collect(Collectors.groupingBy(Slot::room)).entrySet().stream()
                .flatMap(room -> Slot.inRoomDuring(room.getKey(), span(room.getValue())).stream());
    }

    private static TimeRange span(Collection<Slot> slots) {
        var start = slots.stream().map(slot -> slot.when().start()).min(Instant::compareTo);
        var end = slots.stream().map(slot -> slot.when().end()).max(Instant::compareTo);
        return new TimeRange(start.orElseThrow(), end.orElseThrow());
    }

    /** Has the edit object to all of them, and say where else there is room if it is one talk that is to be placed. */
    void object(Order order) {
        var pairs = timetable.clashesOf(moved);
        if (pairs.isEmpty()) {
            return;
        }
        var inTheWay = timetable.clashesWith(moved);
        var titles = titles(inTheWay);
        var refusal = new RoomTaken(
                inTheWay.stream()
                        .map(slot -> Clash.of(slot, titles.get(slot.contributionId()), edit.timeZone()))
                        .toList(),
                pairs.stream().map(this::fault).toList());
        if (order.placesOne() && moved.size() == 1) {
            refusal.with("freePlaces", new FreePlaces(edit, moved.get(0)).nearest());
        }
        edit.objections().add("", refusal);
    }

    private Fault fault(Timetable.Pair pair) {
        var mine = moved.contains(pair.second()) ? pair.second() : pair.first();
        var other = mine.equals(pair.first()) ? pair.second() : pair.first();
        return Fault.at(
                edit.touchedAt(mine),
                "Contribution %d would be in %s together with contribution %d"
                        .formatted(mine.number(), mine.room().named().name(), other.number()));
    }

    private static Map<UUID, String> titles(List<Slot> slots) {
        return Contribution.withIds(slots.stream().map(Slot::contributionId).toList()).stream()
                .collect(Collectors.toMap(Contribution::id, Contribution::title));
    }
}
