package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Clash;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.RoomTaken;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotState;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A schedule while operations alter it. It gives out what they alter and remembers how that was before, so that in the end it knows what is
 * different: what was moved and moved back is not.
 */
final class Edit {

    private final Schedule schedule;
    private final Conference conference;
    private final boolean wasPublished;
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Map<Slot, Optional<SlotState>> slots = new LinkedHashMap<>();
    private final Map<Room, Optional<RoomDetails>> rooms = new LinkedHashMap<>();

    /** @param schedule locked by the caller */
    Edit(Schedule schedule) {
        this.schedule = schedule;
        this.conference = Conference.findById(schedule.conferenceId());
        this.wasPublished = schedule.isPublished();
    }

    // What operations ask for

    Schedule schedule() {
        return schedule;
    }

    Conference conference() {
        return conference;
    }

    ZoneId timeZone() {
        return conference.timeZone();
    }

    /** When all of this happens. */
    Instant at() {
        return at;
    }

    Contribution contribution(int number) {
        return Contribution.numbered(conference.id(), number).orElseThrow(Refused::notFound);
    }

    Room room(String slug) {
        var room = Room.withSlug(conference.id(), slug).orElseThrow(Refused::notFound);
        rooms.putIfAbsent(room, Optional.of(room.details()));
        return room;
    }

    void add(Room room) {
        room.persist();
        rooms.put(room, Optional.empty());
    }

    /** The contribution's slot, which it has from its first placing on. */
    Slot slotOf(Contribution contribution) {
        var known = Slot.of(contribution.id());
        known.ifPresent(this::touch);
        return known.orElseGet(() -> newSlot(contribution));
    }

    private Slot newSlot(Contribution contribution) {
        var slot = new Slot(conference.id(), contribution.id(), contribution.number());
        slots.put(slot, Optional.empty());
        slot.persist();
        return slot;
    }

    /** Says that a slot is about to be altered. */
    void touch(Slot slot) {
        slots.putIfAbsent(slot, Optional.of(slot.state(timeZone())));
    }

    // What the script asks for afterwards

    /** @throws RoomTaken when something that was touched now has a room together with another talk */
    void requireRoomsFree() {
        var placed = slots.keySet().stream()
                .filter(slot -> slot.isPlaced() && slot.exclusive())
                .toList();
        if (placed.isEmpty()) {
            return;
        }
        var candidates = new LinkedHashSet<>(neighbours(placed));
        candidates.addAll(placed);
        var clashing = new Timetable(candidates).clashesWith(placed);
        if (!clashing.isEmpty()) {
            throw new RoomTaken(named(clashing));
        }
    }

    private static List<Slot> neighbours(List<Slot> placed) {
        var rooms = placed.stream().map(Slot::room).collect(Collectors.toSet());
        var start = placed.stream().map(slot -> slot.when().start()).min(Instant::compareTo);
        var end = placed.stream().map(slot -> slot.when().end()).max(Instant::compareTo);
        var during = new TimeRange(start.orElseThrow(), end.orElseThrow());
        // One by one: of a query with a list, no plan is kept.
        return rooms.stream()
                .flatMap(room -> Slot.inRoomDuring(room, during).stream())
                .toList();
    }

    private List<Clash> named(List<Slot> clashing) {
        var titles = Contribution.withIds(
                        clashing.stream().map(Slot::contributionId).toList())
                .stream()
                .collect(Collectors.toMap(Contribution::id, Contribution::title));
        return clashing.stream()
                .map(slot -> Clash.of(slot, titles.get(slot.contributionId()), timeZone()))
                .toList();
    }

    boolean altersNothing() {
        return !togglesPublication()
                && alteredSlots().isEmpty()
                && alteredRooms().isEmpty();
    }

    /** By number. */
    Collection<Slot> alteredSlots() {
        var altered = new TreeMap<Integer, Slot>();
        slots.forEach((slot, before) -> {
            if (!before.equals(Optional.of(slot.state(timeZone())))) {
                altered.put(slot.number(), slot);
            }
        });
        return altered.values();
    }

    /** The slots whose event differs from the last one that was sent. None, as long as the schedule is not public. */
    List<Slot> slotsToTell() {
        if (!wasPublished && !schedule.isPublished()) {
            return List.of();
        }
        var candidates = togglesPublication() ? Slot.ofConference(schedule.conferenceId()) : alteredSlots();
        return candidates.stream()
                .filter(slot ->
                        publicState(slot).filter(state -> !slot.lastSaid(state)).isPresent())
                .toList();
    }

    Optional<SlotState> publicState(Slot slot) {
        return slot.publicState(schedule.isPublished(), timeZone());
    }

    Snapshot before() {
        return snapshot(slots::get, rooms::get);
    }

    Snapshot after() {
        return snapshot(
                slot -> Optional.of(slot.state(timeZone())),
                room -> Optional.of(room.details()).filter(details -> !room.removed()));
    }

    private boolean togglesPublication() {
        return wasPublished != schedule.isPublished();
    }

    private List<Room> alteredRooms() {
        return rooms.keySet().stream()
                .filter(room -> room.removed() || !Objects.equals(rooms.get(room), Optional.of(room.details())))
                .toList();
    }

    private Snapshot snapshot(
            Function<Slot, Optional<SlotState>> slotState, Function<Room, Optional<RoomDetails>> roomDetails) {
        var states = new TreeMap<Integer, SlotState>();
        alteredSlots().forEach(slot -> slotState.apply(slot).ifPresent(state -> states.put(slot.number(), state)));
        var details = new TreeMap<String, RoomDetails>();
        alteredRooms().forEach(room -> roomDetails.apply(room).ifPresent(known -> details.put(room.slug(), known)));
        return new Snapshot(states, details);
    }
}
