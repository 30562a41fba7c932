package dev.lectern.schedule.edit;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Snapshot;
import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.Talk;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changes have altered, taken together: how each thing was before the first of them, and how it was after the
 * last. Slots by contribution number, rooms by slug, breaks and sessions by id; empty is what did not exist.
 */
public final class Diff {

    private final MapDiff<Integer, Placement> slots;
    private final MapDiff<String, RoomDetails> rooms;
    private final MapDiff<UUID, BreakState> breaks;
    private final MapDiff<UUID, SessionState> sessions;

    private Diff() {
        this(new MapDiff<>(), new MapDiff<>(), new MapDiff<>(), new MapDiff<>());
    }

    private Diff(
            MapDiff<Integer, Placement> slots,
            MapDiff<String, RoomDetails> rooms,
            MapDiff<UUID, BreakState> breaks,
            MapDiff<UUID, SessionState> sessions) {
        this.slots = slots;
        this.rooms = rooms;
        this.breaks = breaks;
        this.sessions = sessions;
    }

    public static Diff of(Snapshot before, Snapshot after) {
        var diff = new Diff();
        diff.append(before, after);
        return diff;
    }

    /** @param changes in the order in which they were made */
    public static Diff of(List<Change> changes) {
        var diff = new Diff();
        changes.forEach(change -> diff.append(change.before(), change.after()));
        return diff;
    }

    /** What is different between two versions, of which the first may be the later one. */
    public static Diff between(History history, long from, long to) {
        return from <= to
                ? of(history.between(from, to))
                : of(history.between(to, from)).backwards();
    }

    private Diff backwards() {
        return new Diff(slots.backwards(), rooms.backwards(), breaks.backwards(), sessions.backwards());
    }

    private void append(Snapshot before, Snapshot after) {
        slots.append(before.slots(), after.slots());
        rooms.append(before.rooms(), after.rooms());
        breaks.append(before.breaks(), after.breaks());
        sessions.append(before.sessions(), after.sessions());
    }

    public Map<Integer, Optional<Placement>> slotsBefore() {
        return slots.before();
    }

    Map<Integer, Optional<Placement>> slotsAfter() {
        return slots.after();
    }

    public Map<String, Optional<RoomDetails>> roomsBefore() {
        return rooms.before();
    }

    Map<String, Optional<RoomDetails>> roomsAfter() {
        return rooms.after();
    }

    public Map<UUID, Optional<BreakState>> breaksBefore() {
        return breaks.before();
    }

    Map<UUID, Optional<BreakState>> breaksAfter() {
        return breaks.after();
    }

    public Map<UUID, Optional<SessionState>> sessionsBefore() {
        return sessions.before();
    }

    Map<UUID, Optional<SessionState>> sessionsAfter() {
        return sessions.after();
    }

    /** The breaks that are different in the end. */
    public List<BreakAlteration> breaks() {
        return breaks.different(Function.identity()).stream()
                .map(id -> new BreakAlteration(
                        breaks.before().get(id).orElse(null),
                        breaks.after().get(id).orElse(null)))
                .toList();
    }

    /** The sessions that are different in the end. */
    public List<SessionAlteration> sessions() {
        return sessions.different(Function.identity()).stream()
                .map(id -> new SessionAlteration(
                        sessions.before().get(id).orElse(null),
                        sessions.after().get(id).orElse(null)))
                .toList();
    }

    /**
     * The talks that are different in the end, by number, with their titles of today.
     *
     * @param contributions finds them by their numbers, with those that have been deleted
     */
    public List<Alteration> talks(Function<Collection<Integer>, List<Contribution>> contributions) {
        var different = slots.different(Diff::spot);
        if (different.isEmpty()) {
            return List.of();
        }
        var titles = contributions.apply(different).stream()
                .collect(Collectors.toMap(Contribution::number, Contribution::title));
        return different.stream()
                .map(number -> new Alteration(
                        new Talk(number, titles.get(number)),
                        spot(slots.before().get(number)),
                        spot(slots.after().get(number))))
                .toList();
    }

    private static Spot spot(Optional<Placement> placement) {
        return placement.flatMap(Placement::spot).orElse(null);
    }
}
