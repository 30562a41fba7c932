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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who stands in whose way: two talks or breaks in one exclusive room at one time. One may start when the one before it
 * ends.
 */
public final class Overlaps {

    /** Nobody reads more, and of a thousand talks at one time all pairs would fill the memory. */
    static final int MOST_CLASHES = 100;

    /** Two slots that cannot both be, the one that starts earlier first. */
    public record Overlap(Booking first, Booking second) {

        boolean isOfAny(Set<? extends Booking> these) {
            return these.contains(first) || these.contains(second);
        }
    }

    private final List<Booking> slots;

    /** A timetable of all bookings that could matter; those without a place do not. */
    public Overlaps(Collection<? extends Booking> slots) {
        this.slots = slots.stream()
                .filter(Booking::isPlaced)
                .sorted(Booking.BY_START)
                .collect(Collectors.toUnmodifiableList());
    }

    /** What one of these clashes with, by start. */
    public List<Booking> clashesWith(Collection<? extends Booking> these) {
        var touched = Set.copyOf(these);
        var clashing = new TreeSet<>(Booking.BY_START);
        for (var pair : clashesOf(these)) {
            if (touched.contains(pair.first())) {
                clashing.add(pair.second());
            }
            if (touched.contains(pair.second())) {
                clashing.add(pair.first());
            }
        }
        return List.copyOf(clashing);
    }

    /**
     * The clashes that one of these has a part in, at most {@value #MOST_CLASHES}. Each room is walked through once, so
     * a full day costs little more than an empty one.
     */
    public List<Overlap> clashesOf(Collection<? extends Booking> these) {
        var touched = Set.copyOf(these);
        return inRooms().values().stream()
                .flatMap(Overlaps::overlaps)
                .filter(pair -> pair.isOfAny(touched))
                .limit(MOST_CLASHES)
                .toList();
    }

    private Map<UUID, List<Booking>> inRooms() {
        return slots.stream()
                .filter(Booking::exclusive)
                .collect(Collectors.groupingBy(slot -> slot.room().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Stream<Overlap> overlaps(List<Booking> room) {
        return IntStream.range(0, room.size()).boxed().flatMap(index -> overlaps(room, index));
    }

    /** The clashes of one booking with what starts later in its room. */
    private static Stream<Overlap> overlaps(List<Booking> room, int index) {
        var first = room.get(index);
        return room.subList(index + 1, room.size()).stream()
                .takeWhile(next -> next.when().overlaps(first.when()))
                .filter(first::clashesWith)
                .map(next -> new Overlap(first, next));
    }

    /**
     * The slots that have to go for the others to stay: of two that clash it is the talk rather than the break, the
     * later, or the one with the higher number.
     */
    public List<Booking> surplus() {
        var stay = new ArrayList<Booking>();
        var go = new ArrayList<Booking>();
        for (var slot : pausesFirst()) {
            var clashes = stay.stream().anyMatch(slot::clashesWith);
            (clashes ? go : stay).add(slot);
        }
        return go;
    }

    private List<Booking> pausesFirst() {
        return slots.stream()
                .sorted(Comparator.comparing(booking -> !booking.isPause()))
                .toList();
    }
}
