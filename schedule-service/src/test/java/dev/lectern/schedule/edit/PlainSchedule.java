package dev.lectern.schedule.edit;

import dev.lectern.chassis.text.PersonNames;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterReference;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.Schedule;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.Snapshot;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.timetable.Timetable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schedule in memory: what else is asked of the database, and what is kept of an edit there. */
final class PlainSchedule implements Timetable, History {

    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

    private Conference conference;
    private Schedule schedule;
    private final Map<Integer, Contribution> talks = new TreeMap<>();
    private final Map<UUID, String> presenters = new TreeMap<>();
    private final Map<UUID, UUID> merged = new TreeMap<>();
    private Map<String, Room> rooms = new LinkedHashMap<>();
    private Map<UUID, Booking> bookings = new LinkedHashMap<>();
    private List<Change> changes = List.of();

    PlainSchedule(String zone, String... days) {
        var id = UUID.randomUUID();
        conference = stored(
                Conference.class,
                Map.of(
                        "id", id,
                        "timeZone", zone,
                        "days", Arrays.stream(days).map(LocalDate::parse).toList()));
        schedule = new Schedule(id);
    }

    private PlainSchedule(PlainSchedule other) {
        talks.putAll(other.talks);
        presenters.putAll(other.presenters);
        merged.putAll(other.merged);
        changes = List.copyOf(other.changes);
        conference = copy(other.conference);
        schedule = copy(other.schedule);
        other.rooms.forEach((slug, room) -> rooms.put(slug, copy(room)));
        other.bookings.forEach((booking, kept) -> {
            var copy = copy(kept);
            if (kept.room() != null) {
                set(copy, "room", rooms.get(kept.room().slug()));
            }
            bookings.put(booking, copy);
        });
    }

    /** A room, which is a change of its own. */
    PlainSchedule room(String slug) {
        apply(new AddRoom(slug, new RoomDetails(slug, null, true)));
        return this;
    }

    /** An accepted contribution. */
    PlainSchedule talk(int number, Integer minutes, Presenter... by) {
        return contribution(number, minutes, "ACCEPTED", false, by);
    }

    PlainSchedule contribution(int number, Integer minutes, String state, boolean deleted, Presenter... by) {
        var known = Optional.ofNullable(talks.get(number)).map(Contribution::id);
        talks.put(
                number,
                stored(
                        Contribution.class,
                        Map.of(
                                "id",
                                known.orElseGet(UUID::randomUUID),
                                "number",
                                number,
                                "title",
                                "Talk " + number,
                                "durationMinutes",
                                Objects.requireNonNullElse(minutes, 0),
                                "withdrawn",
                                !state.equals("ACCEPTED"),
                                "deleted",
                                deleted,
                                "presenters",
                                List.of(by))));
        return this;
    }

    UUID presenter(String name) {
        var id = UUID.randomUUID();
        presenters.put(id, name);
        return id;
    }

    void merge(UUID presenter, UUID into) {
        merged.put(presenter, into);
    }

    Outcome apply(Operation... operations) {
        return apply(Command.of(List.of(operations), null), Signature.of("Ada L.", null, true));
    }

    Outcome since(long version, Operation... operations) {
        return apply(Command.of(List.of(operations), version), Signature.of("Ada L.", null, true));
    }

    /** Keeps what comes of it, unless it is refused: then nothing has happened. */
    Outcome apply(Command command, Signature by) {
        var next = new PlainSchedule(this);
        var at = START.plus(changes.size(), ChronoUnit.MINUTES);
        var outcome = Edit.carryOut(next, next, command, by, at);
        if (outcome.refusal().isEmpty() && outcome.conflicts().isEmpty()) {
            next.keep(outcome);
            conference = next.conference;
            schedule = next.schedule;
            rooms = next.rooms;
            bookings = next.bookings;
            changes = next.changes;
        }
        return outcome;
    }

    private void keep(Outcome outcome) {
        outcome.addedRooms().forEach(room -> rooms.put(room.slug(), room));
        outcome.added().forEach(booking -> bookings.put(booking.id(), booking));
        outcome.removed().forEach(booking -> bookings.remove(booking.id()));
        changes = Stream.concat(changes.stream(), outcome.change().stream()).toList();
    }

    /** As the catalog withdraws a talk. */
    Withdraw withdrawal(int talk) {
        return new Withdraw(talk, contributions(List.of(talk)).get(0).id());
    }

    /** The catalog moves the conference to another zone. */
    void moveTo(String zone) {
        var unused = apply(new ChangeTimeZone(zone));
        set(conference, "timeZone", zone);
    }

    /** All that there is now, without slots that wait for a place. */
    Snapshot now() {
        var now =
                Snapshot.of(bookings.values().stream().filter(Booking::isPlaced).toList(), conference.timeZone());
        now.addAll(Snapshot.of(rooms.values(), conference.timeZone()));
        return now;
    }

    /**
     * The slug, the local start and the minutes of a talk, such as {@code red 2027-03-02T10:00 45}; empty where it has
     * no place.
     */
    String place(int talk) {
        return Optional.ofNullable(now().slots().get(talk))
                .flatMap(placement -> placement.spot())
                .map(spot -> "%s %s %d"
                        .formatted(
                                spot.place().room().slug(),
                                spot.place().startsAt().toLocalDateTime(),
                                spot.durationMinutes()))
                .orElse("");
    }

    /** The numbers of the talks in a session, in their order. */
    List<Integer> talksIn(UUID session) {
        return bookings(Slot.class)
                .filter(slot -> session.equals(slot.sessionId()))
                .sorted(Slot.IN_SESSION)
                .map(Slot::number)
                .toList();
    }

    Session session(String title) {
        return bookings(Session.class)
                .filter(session -> session.isPlaced() && session.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    Break pause(String title) {
        return bookings(Break.class)
                .filter(pause -> pause.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Conference conference() {
        return conference;
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public List<Contribution> contributions(Collection<Integer> numbers) {
        return talks.values().stream()
                .filter(talk -> numbers.contains(talk.number()))
                .toList();
    }

    @Override
    public List<Slot> slots(Collection<UUID> contributions) {
        return bookings(Slot.class)
                .filter(slot -> contributions.contains(slot.id()))
                .toList();
    }

    @Override
    public List<Slot> slotsIn(Collection<UUID> sessions) {
        return bookings(Slot.class)
                .filter(slot -> slot.sessionId() != null && sessions.contains(slot.sessionId()))
                .toList();
    }

    @Override
    public Optional<Room> roomNamed(String slug) {
        return Optional.ofNullable(rooms.get(slug));
    }

    @Override
    public List<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    @Override
    public List<Booking> bookings() {
        return List.copyOf(bookings.values());
    }

    @Override
    public List<Booking> bookings(Collection<UUID> ids) {
        return bookings(Booking.class)
                .filter(booking -> ids.contains(booking.id()))
                .toList();
    }

    @Override
    public List<Booking> bookingsIn(Room room) {
        return placed(booking -> booking.isIn(room));
    }

    @Override
    public List<Booking> bookingsDuring(TimeRange range) {
        return placed(booking -> booking.meets(range));
    }

    @Override
    public List<Booking> bookingsDuring(TimeRange range, Room room) {
        return placed(booking -> booking.meets(range) && booking.isIn(room));
    }

    @Override
    public List<Booking> bookingsFrom(Instant start, Optional<Instant> end) {
        return placed(booking -> booking.startsWithin(start, end));
    }

    @Override
    public List<Session> sessionsChairedBy(UUID presenter) {
        return bookings(Session.class)
                .filter(session -> session.chairs().contains(presenter))
                .toList();
    }

    @Override
    public Map<PresenterReference, Set<UUID>> presenters(Collection<PresenterReference> references) {
        return references.stream().distinct().collect(Collectors.toMap(one -> one, this::meant));
    }

    private Set<UUID> meant(PresenterReference reference) {
        return presenters.entrySet().stream()
                .filter(known -> reference.id() == null
                        ? PersonNames.folded(known.getValue()).equals(PersonNames.folded(reference.name()))
                        : known.getKey().equals(reference.id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public List<UUID> presentersToday(Collection<UUID> chairs) {
        return chairs.stream()
                .map(chair -> merged.getOrDefault(chair, chair))
                .distinct()
                .toList();
    }

    @Override
    public Map<UUID, String> presenterNames(Collection<UUID> ids) {
        return ids.stream().filter(presenters::containsKey).collect(Collectors.toMap(id -> id, presenters::get));
    }

    @Override
    public Optional<Change> change(long version) {
        return changes.stream().filter(change -> change.version() == version).findFirst();
    }

    @Override
    public List<Change> between(long from, long to) {
        return changes.stream()
                .filter(change -> change.version() > from && change.version() <= to)
                .toList();
    }

    @Override
    public List<Change> since(long version, Collection<Integer> numbers, Collection<String> slugs) {
        return changes.stream()
                .filter(change -> change.version() > version)
                .filter(change ->
                        !Collections.disjoint(change.talks(), numbers) || !Collections.disjoint(change.rooms(), slugs))
                .toList();
    }

    private List<Booking> placed(Predicate<Booking> fits) {
        return bookings.values().stream().filter(Booking::isPlaced).filter(fits).toList();
    }

    private <T extends Booking> Stream<T> bookings(Class<T> kind) {
        return bookings.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What the database has of the catalog. */
    private static <T> T stored(Class<T> type, Map<String, ?> values) {
        var one = made(type);
        values.forEach((field, value) -> set(one, field, value));
        return one;
    }

    /** An edit alters what it is given, as it does what a transaction has read. */
    private static <T> T copy(T one) {
        try {
            @SuppressWarnings("unchecked")
            var copy = (T) made(one.getClass());
            for (var field : fields(one.getClass())) {
                field.set(copy, field.get(one));
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T made(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object one, String name, Object value) {
        try {
            for (var field : fields(one.getClass())) {
                if (field.getName().equals(name)) {
                    field.set(one, value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != Object.class, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .peek(field -> field.setAccessible(true))
                .toList();
    }
}
