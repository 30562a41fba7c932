package dev.lectern.schedule.timetable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who stands in whose way: two talks in one exclusive room at one time. A talk may start when the one before it ends. */
public final class Timetable {

    private static final Comparator<Slot> BY_START =
            Comparator.comparing((Slot slot) -> slot.when().start()).thenComparing(Slot::number);

    /** Two slots that cannot both be, the one that starts earlier first. */
    public record Pair(Slot first, Slot second) {

        boolean isOfAny(Set<Slot> these) {
            return these.contains(first) || these.contains(second);
        }
    }

    private final List<Slot> slots;

    /** Of all slots that could matter; those without a place do not. */
    public Timetable(Collection<Slot> slots) {
        this.slots = slots.stream().filter(Slot::isPlaced).sorted(BY_START).toList();
    }

    /** The slots that one of these clashes with, by start. */
    public List<Slot> clashesWith(Collection<Slot> these) {
        var touched = Set.copyOf(these);
        var clashing = new TreeSet<>(BY_START);
        for (var pair : clashes()) {
            if (touched.contains(pair.first())) {
                clashing.add(pair.second());
            }
            if (touched.contains(pair.second())) {
                clashing.add(pair.first());
            }
        }
        return List.copyOf(clashing);
    }

    /** The clashes that one of these has a part in. */
    public List<Pair> clashesOf(Collection<Slot> these) {
        var touched = Set.copyOf(these);
        return clashes().stream().filter(pair -> pair.isOfAny(touched)).toList();
    }

    /** Each room is walked through once, so a full day costs little more than an empty one. */
    private List<Pair> clashes() {
        var found = new ArrayList<Pair>();
        inRooms().values().forEach(room -> collect(room, found));
        return found;
    }

    private Map<UUID, List<Slot>> inRooms() {
        return slots.stream()
                .filter(Slot::exclusive)
                .collect(Collectors.groupingBy(slot -> slot.room().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private static void collect(List<Slot> room, List<Pair> found) {
        for (var i = 0; i < room.size(); i++) {
            var slot = room.get(i);
            for (var j = i + 1; j < room.size() && room.get(j).when().overlaps(slot.when()); j++) {
                if (slot.clashesWith(room.get(j))) {
                    found.add(new Pair(slot, room.get(j)));
                }
            }
        }
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
