package dev.lectern.schedule.timetable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Who stands in whose way: two talks in one exclusive room at one time. A talk may start when the one before it ends. */
public final class Timetable {

    private static final Comparator<Slot> BY_START =
            Comparator.comparing((Slot slot) -> slot.when().start()).thenComparing(Slot::number);

    private final List<Slot> slots;

    /** Of all slots that could matter; those without a place do not. */
    public Timetable(Collection<Slot> slots) {
        this.slots = slots.stream().filter(Slot::isPlaced).sorted(BY_START).toList();
    }

    /** The slots that one of these clashes with, by start. */
    public List<Slot> clashesWith(Collection<Slot> these) {
        return slots.stream()
                .filter(slot -> these.stream().anyMatch(slot::clashesWith))
                .toList();
    }

    /** The slots that have to go for the others to stay: of two that clash it is the later, or the one with the higher number. */
    public List<Slot> surplus() {
        var stay = new ArrayList<Slot>();
        var go = new ArrayList<Slot>();
        for (var slot : slots) {
            var clashes = stay.stream().anyMatch(slot::clashesWith);
            (clashes ? go : stay).add(slot);
        }
        return go;
    }
}
