package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.News;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.Schedule;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schedule while operations alter it. It gives out what they alter, remembers how that was before, and collects what
 * rules object to, so that all of it can be said.
 */
public final class Edit {

    static final int DEFAULT_MINUTES = 30;

    private final Timetable timetable;
    private final History history;
    private final Instant at;
    private final Schedule schedule;
    private final Conference conference;
    private final boolean wasPublished;
    private ZoneId timeZone;
    private final Alterations alterations;
    private final Objections objections = new Objections();
    private final Map<Integer, Optional<Contribution>> contributions = new HashMap<>();
    private final Map<Integer, Optional<Slot>> slots = new HashMap<>();
    private final Map<String, Optional<Room>> rooms = new HashMap<>();
    private final Map<Booking, String> touchedAt = new HashMap<>();
    private String pointer = "";

    private Edit(Timetable timetable, History history, Instant at) {
        this.timetable = timetable;
        this.history = history;
        this.at = at;
        this.schedule = timetable.schedule();
        this.conference = timetable.conference();
        this.wasPublished = schedule.isPublished();
        this.timeZone = conference.timeZone();
        this.alterations = new Alterations(this::timeZone);
    }

    /**
     * Carries a command out as one version, as far as rules allow. What alters nothing makes no version and no news.
     *
     * @param timetable of a schedule that nobody else edits meanwhile
     */
    public static Outcome carryOut(Timetable timetable, History history, Command command, Signature by, Instant at) {
        var edit = new Edit(timetable, history, at);
        edit.run(command);
        new Clashes(edit).object(command);
        return edit.outcome(command, by);
    }

    /** Does all operations that can be done, and collects what is to be said of the others. */
    private void run(Command command) {
        readAhead(command.contributions());
        for (var i = 0; i < command.operations().size(); i++) {
            var operation = command.operations().get(i);
            pointer = command.pointer(i);
            attempt(() -> operation.apply(this));
        }
        Contents.settle(this);
    }

    private Outcome outcome(Command command, Signature by) {
        var conflicts = conflicts(command);
        var refusal = objections.refusal();
        var difference = alterations.difference();
        var altered = difference.bookings();
        var before = difference.before();
        var after = difference.after();
        var isSame = !togglesPublication() && before.equals(after);
        if (refusal.isPresent() || isSame) {
            return Outcome.ofNothing(refusal, conflicts, touched());
        }
        var version = schedule.nextVersion();
        schedule.agendaChanged(at);
        var news = news(altered);
        var tells = by.announce() ? new Audience(this, news).list() : List.<Tell>of();
        var announcement = Optional.of(by.at(version)).filter(any -> by.announce() && schedule.isPublished());
        toRevise(altered, news).forEach(booking -> booking.revise(version, at, announcement));
        news.forEach(News::emit);
        var slugs = new TreeSet<>(before.roomSlugs());
        slugs.addAll(after.roomSlugs());
        return new Outcome(
                refusal,
                conflicts,
                Optional.of(new Change(schedule, by, at, command.operations(), before, after, slugs)),
                touched(),
                alterations.addedRooms(),
                alterations.addedBookings(),
                altered.stream().filter(Booking::isGone).toList(),
                news,
                tells,
                by.hold());
    }

    /** The changes since the version that whoever asks had seen, where they touched what this one touches. */
    private List<Change> conflicts(Command command) {
        var base = command.baseVersion();
        if (base == null || base == schedule.version()) {
            return List.of();
        }
        if (base > schedule.version()) {
            throw Refused.invalid(Fault.at("/baseVersion", "The schedule has no such version yet"));
        }
        var talks = new TreeSet<>(command.contributions());
        talks.addAll(alterations.talksTouched());
        return history.since(base, talks, alterations.roomsTouched());
    }

    private Set<Booking> touched() {
        return alterations.touched().stream()
                .filter(booking -> !booking.isGone())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean togglesPublication() {
        return wasPublished != schedule.isPublished();
    }

    /** Of talks by number, then of sessions; none, as long as the schedule is not public. */
    private List<News> news(List<Booking> altered) {
        if (!wasPublished && !schedule.isPublished()) {
            return List.of();
        }
        var candidates = togglesPublication()
                ? timetable.bookings().stream()
                        .sorted(Comparator.comparing(booking -> booking.id().toString()))
                : altered.stream();
        return candidates
                .sorted(Booking.TALKS_FIRST)
                .flatMap(booking -> booking.news(schedule.isPublished(), timeZone()).stream())
                .toList();
    }

    /** What gets a new revision: what others see of it is altered, or has yet to be told. */
    private Set<Booking> toRevise(List<Booking> altered, List<News> news) {
        var all = new LinkedHashSet<Booking>();
        altered.stream()
                .filter(booking -> booking.looksDifferentFrom(alterations.before(booking), timeZone()))
                .forEach(all::add);
        news.forEach(one -> all.add(one.booking()));
        return all;
    }

    /** One question for these contributions and one for their slots, however many they are. */
    void readAhead(Collection<Integer> numbers) {
        var unknown = numbers.stream()
                .filter(number -> !contributions.containsKey(number))
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(number -> contributions.put(number, Optional.empty()));
            var found = timetable.contributions(unknown);
            found.forEach(talk -> contributions.put(talk.number(), Optional.of(talk)));
            readSlots(found);
        }
    }

    private void readSlots(List<Contribution> talks) {
        if (!talks.isEmpty()) {
            talks.forEach(talk -> slots.put(talk.number(), Optional.empty()));
            timetable
                    .slots(talks.stream().map(Contribution::id).toList())
                    .forEach(slot -> slots.put(slot.number(), Optional.of(slot)));
        }
    }

    Timetable timetable() {
        return timetable;
    }

    History history() {
        return history;
    }

    Schedule schedule() {
        return schedule;
    }

    Conference conference() {
        return conference;
    }

    /** The conference's, until it is moved to another one. */
    ZoneId timeZone() {
        return timeZone;
    }

    void moveTo(ZoneId zone) {
        timeZone = zone;
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
        return ever(number).filter(talk -> !talk.deleted());
    }

    private Optional<Contribution> ever(int number) {
        readAhead(Set.of(number));
        return contributions.get(number);
    }

    /** These contributions, with those that have been deleted since. */
    List<Contribution> contributions(Collection<Integer> numbers) {
        readAhead(numbers);
        return numbers.stream().flatMap(number -> ever(number).stream()).toList();
    }

    /** @param where the member that names it, as a JSON pointer */
    Room room(String slug, String where) {
        var room = roomEver(slug)
                .filter(known -> !known.removed())
                .orElseThrow(() -> Refused.invalid(Fault.at(where, Room.absent(slug, timetable.rooms()))));
        alterations.remember(room);
        return room;
    }

    /** The room with this slug, which may have been removed and brought back. */
    Room roomOfThePast(String slug) {
        var room = roomEver(slug).orElseThrow();
        alterations.remember(room);
        return room;
    }

    private Optional<Room> roomEver(String slug) {
        return rooms.computeIfAbsent(slug, timetable::roomNamed);
    }

    /** All rooms as created, with those that were removed and those that are new. */
    List<Room> roomsEver() {
        return Stream.concat(timetable.rooms().stream(), alterations.addedRooms().stream())
                .distinct()
                .toList();
    }

    /** The slot of a contribution, if it has had a place before; not to be altered. */
    Optional<Slot> slot(int contribution) {
        readAhead(Set.of(contribution));
        return slots.getOrDefault(contribution, Optional.empty());
    }

    /** The slot of this very contribution, whoever has its number today. */
    Optional<Slot> slot(UUID contribution) {
        return timetable.slots(Set.of(contribution)).stream().findFirst();
    }

    /** The slot of a contribution, which it has from its first placing on. */
    Slot slotOf(Contribution contribution) {
        var slot = slot(contribution.number()).orElseGet(() -> newSlot(contribution));
        touch(slot);
        return slot;
    }

    /** The slot of a contribution that has a place. */
    Slot placed(int number, String where) {
        var slot = slot(contribution(number, where).number())
                .filter(Slot::isPlaced)
                .orElseThrow(() -> Refused.invalid(Fault.at(where, "Contribution " + number + " is not placed")));
        touch(slot);
        return slot;
    }

    private Slot newSlot(Contribution contribution) {
        var slot = new Slot(conference.id(), contribution.id(), contribution.number());
        slots.put(slot.number(), Optional.of(slot));
        alterations.add(slot);
        return slot;
    }

    /** The talks in a session, by start, position and number. */
    List<Slot> talksIn(UUID session) {
        return talksIn(Set.of(session)).stream().sorted(Slot.IN_SESSION).toList();
    }

    private Set<Slot> talksIn(Set<UUID> sessions) {
        if (!sessions.isEmpty()) {
            timetable.slotsIn(sessions).forEach(slot -> slots.put(slot.number(), Optional.of(slot)));
        }
        return slots.values().stream()
                .flatMap(Optional::stream)
                .filter(slot -> slot.sessionId() != null && sessions.contains(slot.sessionId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The talks in sessions of which operations have had the talk or the session in their hands. */
    Set<Slot> seatedAmongTouched() {
        var blocks = alterations.touched().stream()
                .filter(Booking::isBlock)
                .map(Booking::id)
                .collect(Collectors.toSet());
        var talks = talksIn(blocks);
        touched(Slot.class).filter(slot -> slot.sessionId() != null).forEach(talks::add);
        return talks;
    }

    private <T extends Booking> Stream<T> touched(Class<T> kind) {
        return alterations.touched().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What takes some of the range, in whatever room or in all of them. */
    List<Booking> during(TimeRange range) {
        return asEdited(timetable.bookingsDuring(range), booking -> booking.meets(range));
    }

    /** What takes some of the range in that room; breaks in all rooms are not. */
    List<Booking> during(TimeRange range, Room room) {
        return asEdited(timetable.bookingsDuring(range, room), booking -> booking.isIn(room) && booking.meets(range));
    }

    /** What starts within a range, by start, to be altered. */
    List<Booking> startingFrom(Instant from, Optional<Instant> until) {
        var found = asEdited(timetable.bookingsFrom(from, until), booking -> booking.startsWithin(from, until));
        found.forEach(this::touch);
        return found;
    }

    /** Everything that there is, to be altered. */
    List<Booking> everything() {
        var found = timetable.bookings();
        found.forEach(this::touch);
        return found;
    }

    /** Of what was stored, and of what operations have had in their hands, that which fits as it is now, by start. */
    private List<Booking> asEdited(List<? extends Booking> stored, Predicate<Booking> fits) {
        return Stream.concat(stored.stream(), alterations.touched().stream())
                .distinct()
                .filter(Booking::isPlaced)
                .filter(fits)
                .sorted(Booking.BY_START)
                .toList();
    }

    /** @param where the member that names it, as a JSON pointer */
    Break pause(UUID id, String where) {
        return pause(id)
                .filter(Break::isPlaced)
                .orElseThrow(() -> Refused.invalid(Fault.at(where, "This schedule has no break with the id " + id)));
    }

    /** The break with this id, to be altered; it may have been taken away. */
    Optional<Break> pause(UUID id) {
        return booking(id, Break.class);
    }

    /** @param where the member that names it, as a JSON pointer */
    Session session(UUID id, String where) {
        return session(id)
                .filter(Session::isPlaced)
                .orElseThrow(() -> Refused.invalid(Fault.at(where, "This schedule has no session with the id " + id)));
    }

    /** The session with this id, to be altered; it may have been taken away. */
    Optional<Session> session(UUID id) {
        return booking(id, Session.class);
    }

    private <T extends Booking> Optional<T> booking(UUID id, Class<T> kind) {
        var found = touched(Booking.class)
                .filter(booking -> booking.id().equals(id))
                .findFirst()
                .or(() -> timetable.bookings(Set.of(id)).stream().findFirst())
                .filter(kind::isInstance)
                .map(kind::cast);
        found.ifPresent(this::touch);
        return found;
    }

    /** The sessions with these ids, with those that have been taken away. */
    Map<UUID, Session> sessions(Set<UUID> ids) {
        var unknown = new HashSet<>(ids);
        alterations.touched().forEach(booking -> unknown.remove(booking.id()));
        var stored = unknown.isEmpty() ? List.<Booking>of() : timetable.bookings(unknown);
        return Stream.concat(stored.stream().map(Session.class::cast), touched(Session.class))
                .filter(session -> ids.contains(session.id()))
                .collect(Collectors.toMap(Session::id, Function.identity()));
    }

    /** Keeps a break or session that is new. */
    void add(Booking booking) {
        alterations.add(booking);
        touchedAt.put(booking, pointer);
    }

    /** Says that it is about to be altered. */
    void touch(Booking booking) {
        alterations.remember(booking);
        touchedAt.put(booking, pointer);
    }

    /**
     * For how long a talk is placed: as long as it is already, else as the catalog says, else for
     * {@value #DEFAULT_MINUTES} minutes.
     */
    int minutes(Slot slot) {
        return slot.isPlaced()
                ? slot.when().minutes()
                : known(slot.number()).flatMap(Contribution::durationMinutes).orElse(DEFAULT_MINUTES);
    }

    /** What is withdrawn, rejected or still a proposal cannot be placed. */
    void requireAccepted(Contribution contribution) {
        if (contribution.withdrawn()) {
            throw ScheduleRefusal.CONTRIBUTION_WITHDRAWN.because(
                    "Only an accepted one is placed; contribution %d is not".formatted(contribution.number()));
        }
    }

    /** What there is starts on a day of the conference, or on the day that it was on already. */
    void requireDay(Booking booking, Instant start) {
        var day = start.atZone(timeZone()).toLocalDate();
        var stays = booking.isPlaced()
                && booking.when().start().atZone(timeZone()).toLocalDate().equals(day);
        if (!stays && !conference.days().contains(day)) {
            throw ScheduleRefusal.OUTSIDE_DAYS.because(
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
        slot.giveWay();
    }

    private static void requireUnpinned(Booking booking) {
        if (booking.pinned()) {
            throw ScheduleRefusal.PINNED.because(
                    "The place of %s is pinned; unpin it first".formatted(booking.called()));
        }
    }

    void add(Room room) {
        rooms.put(room.slug(), Optional.of(room));
        alterations.add(room);
    }

    /** Gives a room other details. What is in it is altered with it. */
    void change(Room room, RoomDetails details) {
        var inside = inside(room);
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
        var inside = inside(room);
        if (!inside.isEmpty()) {
            var names = inside.stream().map(Booking::called).collect(Collectors.joining(", "));
            throw ScheduleRefusal.IN_USE.because("In it there are " + names);
        }
        room.remove();
    }

    private List<Booking> inside(Room room) {
        return asEdited(timetable.bookingsIn(room), booking -> booking.isIn(room));
    }
}
