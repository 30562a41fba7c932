package dev.lectern.schedule.change;

import dev.lectern.schedule.timetable.Announceable;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Slot;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an edit has altered: what was moved and moved back is not. */
final class Alterations {

    /** No slug: breaks in all rooms meet each other only. */
    private static final String ALL_ROOMS = "*";

    private final Schedule schedule;
    private final Supplier<ZoneId> zone;
    private final boolean wasPublished;
    private final Map<Slot, Optional<Placement>> slots = new LinkedHashMap<>();
    private final Map<Break, Optional<BreakState>> breaks = new LinkedHashMap<>();
    private final Map<Session, Optional<SessionState>> sessions = new LinkedHashMap<>();
    private final Map<Room, Optional<RoomDetails>> rooms = new LinkedHashMap<>();

    /** @param zone the conference's, which an edit may alter */
    Alterations(Schedule schedule, Supplier<ZoneId> zone) {
        this.schedule = schedule;
        this.zone = zone;
        this.wasPublished = schedule.isPublished();
    }

    /** Keeps how it is before it is altered. */
    void remember(Booking booking) {
        if (booking instanceof Slot slot && !slots.containsKey(slot)) {
            slots.put(slot, Optional.of(now(slot)));
        } else if (booking instanceof Break pause && !breaks.containsKey(pause)) {
            breaks.put(pause, now(pause));
        } else if (booking instanceof Session session && !sessions.containsKey(session)) {
            sessions.put(session, now(session));
        }
    }

    void remember(Room room) {
        rooms.putIfAbsent(room, room.current());
    }

    void add(Slot slot) {
        slots.put(slot, Optional.empty());
    }

    void add(Break pause) {
        breaks.put(pause, Optional.empty());
    }

    void add(Session session) {
        sessions.put(session, Optional.empty());
    }

    void add(Room room) {
        rooms.put(room, Optional.empty());
    }

    /** All that operations have had in their hands, but for breaks that are gone. */
    Set<Booking> touched() {
        var touched = new LinkedHashSet<Booking>(slots.keySet());
        touched.addAll(sessions.keySet());
        breaks.keySet().stream().filter(pause -> !pause.removed()).forEach(touched::add);
        return touched;
    }

    /** The numbers of the talks among them. */
    Set<Integer> talksTouched() {
        return slots.keySet().stream().map(Slot::number).collect(Collectors.toSet());
    }

    boolean none() {
        return !togglesPublication()
                && slots().isEmpty()
                && breaks().isEmpty()
                && sessions().isEmpty()
                && rooms().isEmpty();
    }

    /** By number. One that has come to be without a place is none. */
    Collection<Slot> slots() {
        return slots((before, now) -> before.map(now::equals).orElse(now.spot().isEmpty()));
    }

    /** What gets a new revision: what others see of it is altered, or has yet to be told. */
    Set<Announceable> toRevise(Collection<Announceable> toTell) {
        var visibly = slots((before, now) -> before.map(Placement::state)
                .map(now.state()::equals)
                .orElse(now.spot().isEmpty()));
        var all = new LinkedHashSet<Announceable>(visibly);
        all.addAll(sessions());
        all.addAll(toTell);
        return all;
    }

    private Collection<Slot> slots(BiPredicate<Optional<Placement>, Placement> stays) {
        var altered = new TreeMap<Integer, Slot>();
        slots.forEach((slot, before) -> {
            if (!stays.test(before, now(slot))) {
                altered.put(slot.number(), slot);
            }
        });
        return altered.values();
    }

    List<Break> breaks() {
        return different(breaks, this::now);
    }

    private List<Session> sessions() {
        return different(sessions, this::now);
    }

    private List<Room> rooms() {
        return different(rooms, Room::current);
    }

    private static <T, S> List<T> different(Map<T, Optional<S>> before, Function<T, Optional<S>> now) {
        return before.keySet().stream()
                .filter(thing -> !before.get(thing).equals(now.apply(thing)))
                .toList();
    }

    /** What has an event that differs from the last one that was sent; nothing, as long as the schedule is not public. */
    List<Announceable> toTell() {
        if (!wasPublished && !schedule.isPublished()) {
            return List.of();
        }
        return candidates()
                .filter(one -> one.hasNews(schedule.isPublished(), zone.get()))
                .toList();
    }

    private Stream<Announceable> candidates() {
        var conference = schedule.conferenceId();
        return togglesPublication()
                ? Stream.<Announceable>concat(Slot.ofConference(conference).stream(), Session.ever(conference).stream())
                : Stream.<Announceable>concat(slots().stream(), sessions().stream());
    }

    Snapshot before() {
        var snapshot = Snapshot.empty();
        breaks().forEach(pause ->
                breaks.get(pause).ifPresent(then -> snapshot.breaks().put(pause.id(), then)));
        sessions()
                .forEach(session -> sessions.get(session)
                        .ifPresent(then -> snapshot.sessions().put(session.id(), then)));
        slots().forEach(slot ->
                slots.get(slot).ifPresent(then -> snapshot.slots().put(slot.number(), then)));
        rooms().forEach(room ->
                rooms.get(room).ifPresent(then -> snapshot.rooms().put(room.slug(), then)));
        return snapshot;
    }

    Snapshot after() {
        var snapshot = Snapshot.empty();
        breaks().forEach(pause ->
                now(pause).ifPresent(state -> snapshot.breaks().put(pause.id(), state)));
        sessions()
                .forEach(session ->
                        now(session).ifPresent(state -> snapshot.sessions().put(session.id(), state)));
        slots().forEach(slot -> snapshot.slots().put(slot.number(), now(slot)));
        rooms().forEach(room ->
                room.current().ifPresent(details -> snapshot.rooms().put(room.slug(), details)));
        return snapshot;
    }

    /** The slugs of the rooms that were altered, and of those in which something was or is that operations have had in their hands. */
    Set<String> roomsTouched() {
        return rooms(slots.keySet(), breaks.keySet(), sessions.keySet());
    }

    /** The slugs of the rooms that were altered, and of those in which something was or is that was altered. */
    Set<String> roomsConcerned() {
        return rooms(slots(), breaks(), sessions());
    }

    private Set<String> rooms(Collection<Slot> talks, Collection<Break> pauses, Collection<Session> blocks) {
        var slugs = new TreeSet<String>();
        rooms().forEach(room -> slugs.add(room.slug()));
        talks.stream()
                .flatMap(slot -> Stream.concat(slots.get(slot).stream(), Stream.of(now(slot))))
                .flatMap(placement -> placement.spot().stream())
                .forEach(spot -> slugs.add(spot.room().slug()));
        pauses.stream()
                .flatMap(pause -> Stream.concat(breaks.get(pause).stream(), now(pause).stream()))
                .forEach(state -> slugs.add(
                        Optional.ofNullable(state.room()).map(RoomName::slug).orElse(ALL_ROOMS)));
        blocks.stream()
                .flatMap(block -> Stream.concat(sessions.get(block).stream(), now(block).stream()))
                .forEach(state -> slugs.add(state.room().slug()));
        return slugs;
    }

    private Optional<BreakState> now(Break pause) {
        return pause.removed() ? Optional.empty() : Optional.of(pause.state(zone.get()));
    }

    private Optional<SessionState> now(Session session) {
        return session.isPlaced() ? Optional.of(session.state(zone.get())) : Optional.empty();
    }

    private boolean togglesPublication() {
        return wasPublished != schedule.isPublished();
    }

    private Placement now(Slot slot) {
        return slot.placement(zone.get());
    }
}
