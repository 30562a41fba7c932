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

/** Who stands in whose way: two talks or breaks in one exclusive room at one time. One may start when the one before it ends. */
public final class Timetable {

    private static final Comparator<Booking> BY_START = Comparator.comparing(
                    (Booking booking) -> booking.when().start())
            .thenComparing(Booking::rank)
            .thenComparing(Booking::id);

    /** Two slots that cannot both be, the one that starts earlier first. */
    public record Pair(Booking first, Booking second) {

        boolean isOfAny(Set<? extends Booking> these) {
            return these.contains(first) || these.contains(second);
        }
    }

    private final List<Booking> slots;

    /** Of all slots that could matter; those without a place do not. */
    public Timetable(Collection<? extends Booking> slots) {
        this.slots = slots.stream().filter(Booking::isPlaced).sorted(BY_START).collect(Collectors.toUnmodifiableList());
    }

    /** The slots that one of these clashes with, by start. */
    public List<Booking> clashesWith(Collection<? extends Booking> these) {
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
    public List<Pair> clashesOf(Collection<? extends Booking> these) {
        var touched = Set.copyOf(these);
        return clashes().stream().filter(pair -> pair.isOfAny(touched)).toList();
    }

    /** Each room is walked through once, so a full day costs little more than an empty one. */
    private List<Pair> clashes() {
        var found = new ArrayList<Pair>();
        inRooms().values().forEach(room -> collect(room, found));
        return found;
    }

    private Map<UUID, List<Booking>> inRooms() {
        return slots.stream()
                .filter(Booking::exclusive)
                .collect(Collectors.groupingBy(slot -> slot.room().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private static void collect(List<Booking> room, List<Pair> found) {
        for (var i = 0; i < room.size(); i++) {
            var slot = room.get(i);
            for (var j = i + 1; j < room.size() && room.get(j).when().overlaps(slot.when()); j++) {
                if (slot.clashesWith(room.get(j))) {
                    found.add(new Pair(slot, room.get(j)));
                }
            }
        }
    }

    /** The slots that have to go for the others to stay: of two that clash it is the talk rather than the break, the later, or the one with the higher number. */
    public List<Booking> surplus() {
        var stay = new ArrayList<Booking>();
        var go = new ArrayList<Booking>();
        for (var slot : breaksFirst()) {
            var clashes = stay.stream().anyMatch(slot::clashesWith);
            (clashes ? go : stay).add(slot);
        }
        return go;
    }

    private List<Booking> breaksFirst() {
        return slots.stream()
                .sorted(Comparator.comparing(booking -> !(booking instanceof Break)))
                .toList();
    }
}
