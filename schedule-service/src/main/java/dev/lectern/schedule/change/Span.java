package dev.lectern.schedule.change;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.Talk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changes have altered, taken together: how each thing was before the first of them, and how it was after the last. Slots by
 * contribution number, rooms by slug, breaks and sessions by id; empty is what did not exist.
 */
public final class Span {

    private final UUID conference;
    private final Course<Integer, Placement> slots;
    private final Course<String, RoomDetails> rooms;
    private final Course<UUID, BreakState> breaks;
    private final Course<UUID, SessionState> sessions;

    private Span(UUID conference) {
        this(conference, new Course<>(), new Course<>(), new Course<>(), new Course<>());
    }

    private Span(
            UUID conference,
            Course<Integer, Placement> slots,
            Course<String, RoomDetails> rooms,
            Course<UUID, BreakState> breaks,
            Course<UUID, SessionState> sessions) {
        this.conference = conference;
        this.slots = slots;
        this.rooms = rooms;
        this.breaks = breaks;
        this.sessions = sessions;
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
        return new Span(conference, slots.backwards(), rooms.backwards(), breaks.backwards(), sessions.backwards());
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

    /** The talks that are different in the end, by number, with their titles of today. */
    public List<Alteration> talks() {
        var different = slots.different(Span::spot);
        var titles = Contribution.everNumbered(conference, different).stream()
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
