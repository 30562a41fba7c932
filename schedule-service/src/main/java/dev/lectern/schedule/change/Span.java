package dev.lectern.schedule.change;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.Talk;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What changes have altered, taken together: how each thing was before the first of them, and how it was after the last. Slots by
 * contribution number, rooms by slug, breaks by id; empty is what did not exist.
 */
public final class Span {

    private final UUID conference;
    private final Map<Integer, Optional<Placement>> slotsBefore = new TreeMap<>();
    private final Map<Integer, Optional<Placement>> slotsAfter = new TreeMap<>();
    private final Map<String, Optional<RoomDetails>> roomsBefore = new TreeMap<>();
    private final Map<String, Optional<RoomDetails>> roomsAfter = new TreeMap<>();
    private final Map<UUID, Optional<BreakState>> breaksBefore = new TreeMap<>();
    private final Map<UUID, Optional<BreakState>> breaksAfter = new TreeMap<>();

    private Span(UUID conference) {
        this.conference = conference;
    }

    static Span of(UUID conference, Snapshot before, Snapshot after) {
        var span = new Span(conference);
        span.append(before, after);
        return span;
    }

    /** @param changes in the order in which they were made */
    static Span of(UUID conference, List<Change> changes) {
        var span = new Span(conference);
        changes.forEach(change -> span.append(change.before(), change.after()));
        return span;
    }

    /** What is different between two versions, of which the first may be the later one. */
    public static Span between(UUID conference, long from, long to) {
        return from <= to
                ? of(conference, Change.between(conference, from, to))
                : of(conference, Change.between(conference, to, from)).backwards();
    }

    private Span backwards() {
        var back = new Span(conference);
        back.slotsBefore.putAll(slotsAfter);
        back.slotsAfter.putAll(slotsBefore);
        back.roomsBefore.putAll(roomsAfter);
        back.roomsAfter.putAll(roomsBefore);
        back.breaksBefore.putAll(breaksAfter);
        back.breaksAfter.putAll(breaksBefore);
        return back;
    }

    private void append(Snapshot before, Snapshot after) {
        append(before.slots(), after.slots(), slotsBefore, slotsAfter);
        append(before.rooms(), after.rooms(), roomsBefore, roomsAfter);
        append(before.breaks(), after.breaks(), breaksBefore, breaksAfter);
    }

    private static <K, V> void append(
            Map<K, V> before, Map<K, V> after, Map<K, Optional<V>> first, Map<K, Optional<V>> last) {
        before.keySet().forEach(key -> last.put(key, Optional.empty()));
        after.forEach((key, value) -> {
            first.putIfAbsent(key, Optional.ofNullable(before.get(key)));
            last.put(key, Optional.of(value));
        });
        before.forEach((key, value) -> first.putIfAbsent(key, Optional.of(value)));
    }

    public Map<Integer, Optional<Placement>> slotsBefore() {
        return slotsBefore;
    }

    Map<Integer, Optional<Placement>> slotsAfter() {
        return slotsAfter;
    }

    public Map<String, Optional<RoomDetails>> roomsBefore() {
        return roomsBefore;
    }

    Map<String, Optional<RoomDetails>> roomsAfter() {
        return roomsAfter;
    }

    public Map<UUID, Optional<BreakState>> breaksBefore() {
        return breaksBefore;
    }

    Map<UUID, Optional<BreakState>> breaksAfter() {
        return breaksAfter;
    }

    /** The breaks that are different in the end. */
    public List<BreakAlteration> breaks() {
        return breaksBefore.keySet().stream()
                .filter(id -> !breaksBefore.get(id).equals(breaksAfter.get(id)))
                .map(id -> new BreakAlteration(
                        breaksBefore.get(id).orElse(null), breaksAfter.get(id).orElse(null)))
                .toList();
    }

    /** The talks that are different in the end, by number, with their titles of today. */
    public List<Alteration> talks() {
        var different = slotsBefore.keySet().stream()
                .filter(number -> !Objects.equals(spot(slotsBefore.get(number)), spot(slotsAfter.get(number))))
                .toList();
        var titles = Contribution.everNumbered(conference, different).stream()
                .collect(Collectors.toMap(Contribution::number, Contribution::title));
        return different.stream()
                .map(number -> new Alteration(
                        new Talk(number, titles.get(number)),
                        spot(slotsBefore.get(number)),
                        spot(slotsAfter.get(number))))
                .toList();
    }

    private static Spot spot(Optional<Placement> placement) {
        return placement.flatMap(Placement::spot).orElse(null);
    }
}
