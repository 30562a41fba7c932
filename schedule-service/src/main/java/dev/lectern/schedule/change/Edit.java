package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A schedule while operations alter it. It gives out what they alter, remembers how that was before, and collects what rules object to, so
 * that all of it can be said.
 */
final class Edit {

    static final int DEFAULT_MINUTES = 30;

    private final Schedule schedule;
    private final Conference conference;
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Alterations alterations;
    private final Objections objections = new Objections();
    private final Map<Integer, Contribution> contributions = new HashMap<>();
    private final Map<Integer, Optional<Slot>> slots = new HashMap<>();
    private final Map<String, Room> rooms = new HashMap<>();
    private final Map<Booking, String> touchedAt = new HashMap<>();
    private String pointer = "";

    /** @param schedule locked by the caller */
    Edit(Schedule schedule) {
        this.schedule = schedule;
        this.conference = Conference.findById(schedule.conferenceId());
        this.alterations = new Alterations(schedule, conference::timeZone);
    }

    /** Does all operations that can be done, and collects what is to be said of the others. */
    void run(Order order) {
        readAhead(order.contributions());
        for (var i = 0; i < order.operations().size(); i++) {
            var operation = order.operations().get(i);
            pointer = order.pointer(i);
            attempt(() -> operation.apply(this));
        }
        Contents.settle(this);
    }

    /** One query for these contributions and one for their slots, however many they are. */
    void readAhead(Set<Integer> numbers) {
        if (numbers.size() > 1) {
            var named = Contribution.numbered(conference.id(), numbers);
            var placed = Slot.of(named.stream().map(Contribution::id).toList()).stream()
                    .collect(Collectors.toMap(Slot::number, Function.identity()));
            named.forEach(talk -> {
                contributions.put(talk.number(), talk);
                slots.put(talk.number(), Optional.ofNullable(placed.get(talk.number())));
            });
        }
    }

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

    Alterations alterations() {
        return alterations;
    }

    Objections objections() {
        return objections;
    }

    /** Notes what is refused, and goes on. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (Refused e) {
            objections.add(pointer, e);
        }
    }

    /** The operation that altered it last, as a JSON pointer. */
    String touchedAt(Booking booking) {
        return touchedAt.getOrDefault(booking, pointer);
    }

    /** @param where the member that names it, as a JSON pointer */
    Contribution contribution(int number, String where) {
        return known(number)
                .orElseThrow(() -> Refused.invalid(Fault.at(
                        where,
                        "This conference has no contribution " + number + ", or news of it has not arrived yet")));
    }

    /** Empty when there is none, or none any more. */
    Optional<Contribution> known(int number) {
        return Optional.ofNullable(contributions.computeIfAbsent(
                number, any -> Contribution.numbered(conference.id(), number).orElse(null)));
    }

    /** @param where the member that names it, as a JSON pointer */
    Room room(String slug, String where) {
        var room = rooms.computeIfAbsent(
                slug, any -> Room.named(conference.id(), slug, absent -> Refused.invalid(Fault.at(where, absent))));
        alterations.remember(room);
        return room;
    }

    /** The room with this slug, which may have been removed. */
    Room roomEver(String slug) {
        var room = rooms.computeIfAbsent(
                slug, any -> Room.everWithSlugs(conference.id(), Set.of(slug)).get(0));
        alterations.remember(room);
        return room;
    }

    /** The slot of a contribution, which it has from its first placing on. */
    Slot slotOf(Contribution contribution) {
        var slot = knownSlot(contribution).orElseGet(() -> newSlot(contribution));
        touch(slot);
        return slot;
    }

    /** The slot of a contribution that has a place. */
    Slot placed(int number, String where) {
        var slot = knownSlot(contribution(number, where))
                .filter(Slot::isPlaced)
                .orElseThrow(() -> Refused.invalid(Fault.at(where, "Contribution " + number + " is not placed")));
        touch(slot);
        return slot;
    }

    private Optional<Slot> knownSlot(Contribution contribution) {
        return slots.computeIfAbsent(contribution.number(), any -> Slot.of(contribution.id()));
    }

    private Slot newSlot(Contribution contribution) {
        var slot = new Slot(conference.id(), contribution.id(), contribution.number());
        slot.persist();
        slots.put(slot.number(), Optional.of(slot));
        alterations.add(slot);
        return slot;
    }

    /** The bookings that start within a range now, by start: operations before may have moved them. */
    List<Booking> startingFrom(Instant from, Optional<Instant> until) {
        var found = Booking.startingFrom(conference.id(), from, until);
        found.forEach(this::touch);
        return found;
    }

    /** @param where the member that names it, as a JSON pointer */
    Break pause(UUID id, String where) {
        var pause = Break.of(conference.id(), id)
                .orElseThrow(() -> Refused.invalid(Fault.at(where, "This schedule has no break with the id " + id)));
        touch(pause);
        return pause;
    }

    /** Keeps one that is new. */
    void add(Break pause) {
        pause.persist();
        alterations.add(pause);
        touchedAt.put(pause, pointer);
    }

    /** @param where the member that names it, as a JSON pointer */
    Session session(UUID id, String where) {
        var session = Session.of(conference.id(), id)
                .filter(Session::isPlaced)
                .orElseThrow(() -> Refused.invalid(Fault.at(where, "This schedule has no session with the id " + id)));
        touch(session);
        return session;
    }

    /** Keeps one that is new. */
    void add(Session session) {
        session.persist();
        alterations.add(session);
        touchedAt.put(session, pointer);
    }

    /** Takes away what nothing else can be done with: a talk waits for another place, a break or a session is gone. */
    void giveWay(Booking booking) {
        if (booking instanceof Slot slot) {
            slot.free();
        } else if (booking instanceof Break pause) {
            pause.remove();
        } else if (booking instanceof Session session) {
            session.remove();
        }
    }

    /** Says that it is about to be altered. */
    void touch(Booking booking) {
        alterations.remember(booking);
        touchedAt.put(booking, pointer);
    }

    /** For how long a talk is placed: as long as it is already, else as the catalog says, else for {@value #DEFAULT_MINUTES} minutes. */
    int minutes(Slot slot) {
        return slot.isPlaced()
                ? slot.when().minutes()
                : known(slot.number()).flatMap(Contribution::durationMinutes).orElse(DEFAULT_MINUTES);
    }

    /** What is withdrawn, rejected or still a proposal cannot be placed. */
    void requireAccepted(Contribution contribution) {
        if (contribution.withdrawn()) {
            throw new Refused(
                    409,
                    "contribution-withdrawn",
                    "That contribution is withdrawn, or not accepted",
                    "Only an accepted one is placed; contribution %d is not".formatted(contribution.number()));
        }
    }

    /** What there is starts on a day of the conference, or on the day that it was on already. */
    void requireDay(Booking booking, Instant start) {
        var day = start.atZone(timeZone()).toLocalDate();
        var stays = booking.isPlaced()
                && booking.when().start().atZone(timeZone()).toLocalDate().equals(day);
        if (!stays && !conference.days().contains(day)) {
            throw new Refused(
                    409,
                    "outside-days",
                    "The conference is not on that day",
                    "On %s the conference is not, but %s would start then".formatted(day, booking.called()));
        }
    }

    /** Moves what was touched. */
    void move(Booking booking, Room room, TimeRange when, Integer position) {
        if (!booking.isAt(room, when, position)) {
            requireUnpinned(booking);
            booking.moveTo(room, when, position);
        }
    }

    /** Frees a slot that was touched. */
    void free(Slot slot) {
        requireUnpinned(slot);
        slot.free();
    }

    private static void requireUnpinned(Booking booking) {
        if (booking.pinned()) {
            throw new Refused(
                    409,
                    "pinned",
                    "That talk is pinned",
                    "The place of %s is pinned; unpin it first".formatted(booking.called()));
        }
    }

    void add(Room room) {
        room.persist();
        rooms.put(room.slug(), room);
        alterations.add(room);
    }

    /** Gives a room other details. What is in it is altered with it. */
    void change(Room room, RoomDetails details) {
        var inside = Booking.inRoom(room);
        inside.forEach(this::touch);
        room.become(details);
        inside.forEach(Booking::followRoom);
    }

    /** Takes a removal back, if there was one, and gives a room these details. */
    void bringBack(Room room, RoomDetails details) {
        room.bringBack();
        change(room, details);
    }

    /** Removes a room that nothing is in, unless it is gone already. */
    void remove(Room room) {
        if (room.removed()) {
            return;
        }
        var inside = Booking.inRoom(room);
        if (!inside.isEmpty()) {
            var names = inside.stream().map(Booking::called).collect(Collectors.joining(", "));
            throw new Refused(409, "in-use", "That room is in use", "In it there are " + names);
        }
        room.remove();
        rooms.remove(room.slug());
    }
}
