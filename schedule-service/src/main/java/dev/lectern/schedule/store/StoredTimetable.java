package dev.lectern.schedule.store;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Contributions;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.PresenterReference;
import dev.lectern.schedule.replica.Presenters;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Schedule;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.timetable.Timetable;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schedule of a conference, from the database. No question writes what the session has altered: {@code Editing}
 * does that before an edit begins, and when it has ended.
 */
public final class StoredTimetable implements Timetable {

    /** Later than any talk. */
    private static final Instant END_OF_TIME = Instant.parse("+10000-01-02T00:00:00Z");

    private final EntityManager entities = Panache.getEntityManager();
    private final UUID conference;
    private final Map<Integer, Optional<Contribution>> contributions = new HashMap<>();
    private final Map<String, Room> rooms = new HashMap<>();

    private StoredTimetable(UUID conference) {
        this.conference = conference;
    }

    public static StoredTimetable of(UUID conference) {
        return new StoredTimetable(conference);
    }

    /**
     * Keeps every other edit and reader-for-edit of this conference out until the transaction ends; comes before any
     * other read.
     */
    public static StoredTimetable locked(UUID conference) {
        var timetable = of(conference);
        timetable.entities.find(Schedule.class, conference, LockModeType.PESSIMISTIC_WRITE);
        return timetable;
    }

    /** Locks several, in an order that all transactions share, and makes those that are missing. */
    public static void lockAll(Collection<UUID> conferences) {
        conferences.stream().distinct().sorted().forEach(conference -> {
            Panache.getEntityManager()
                    .createNativeQuery("insert into schedule (conference_id) values (?1) on conflict do nothing")
                    .setParameter(1, conference)
                    .executeUpdate();
            locked(conference);
        });
    }

    /** The conferences that have a schedule, deleted ones too. */
    public static List<UUID> conferences() {
        return Panache.getEntityManager()
                .createQuery("select conferenceId from Schedule order by conferenceId", UUID.class)
                .getResultList();
    }

    @Override
    public Conference conference() {
        return Conferences.get(conference);
    }

    @Override
    public Schedule schedule() {
        return entities.find(Schedule.class, conference);
    }

    @Override
    public List<Contribution> contributions(Collection<Integer> numbers) {
        return numbers.size() == 1
                ? contribution(numbers.iterator().next()).stream().toList()
                : Contributions.everNumbered(conference, numbers);
    }

    /** The contribution that has this number, or had it until it was deleted; asked for once. */
    public Optional<Contribution> contribution(int number) {
        return contribution(number, "");
    }

    /**
     * The contribution that has this number, or had it until it was deleted; asked for once, together with what an edit
     * that puts it into a room asks for next: the conference, the slot with its room, and that room.
     */
    public Optional<Contribution> contribution(int number, String room) {
        return contributions.computeIfAbsent(
                number,
                any -> first(query(
                                Object[].class,
                                "select c, conference, s, there from Contribution c"
                                        + " left join Conference conference on conference.id = c.conferenceId"
                                        + " left join Slot s on s.id = c.id left join fetch s.room"
                                        + " left join Room there on there.conferenceId = c.conferenceId and there.slug = ?3"
                                        + " where c.conferenceId = ?1 and c.number = ?2"
                                        + " order by c.deleted, c.revision desc",
                                conference,
                                number,
                                room))
                        .map(row -> {
                            rooms.put(room, (Room) row[3]);
                            return (Contribution) row[0];
                        }));
    }

    @Override
    public List<Slot> slots(Collection<UUID> contributions) {
        return contributions.size() == 1
                ? found(Slot.class, contributions)
                : query(Slot.class, "from Slot s left join fetch s.room where s.id in ?1", contributions)
                        .getResultList();
    }

    /** The slot of a contribution, which it has from its first placing on. */
    public Optional<Slot> slot(UUID contribution) {
        return slots(Set.of(contribution)).stream().findFirst();
    }

    @Override
    public List<Slot> slotsIn(Collection<UUID> sessions) {
        return query(
                        Slot.class,
                        "from Slot s left join fetch s.room where s.sessionId in ?1"
                                + " order by s.startsAt, s.position, s.number",
                        sessions)
                .getResultList();
    }

    /** All slots by number, with those that wait for a place. */
    public List<Slot> slots() {
        return query(
                        Slot.class,
                        "from Slot s left join fetch s.room where s.conferenceId = ?1 order by s.number",
                        conference)
                .getResultList();
    }

    /** All slots that are placed, by start, then room as created, then number. */
    public List<Slot> placedSlots() {
        return query(
                        Slot.class,
                        "from Slot s join fetch s.room r where s.conferenceId = ?1 order by s.startsAt, r.position, s.number",
                        conference)
                .getResultList();
    }

    public long countPlacedSlots() {
        return query(Long.class, "select count(*) from Slot where conferenceId = ?1 and room is not null", conference)
                .getSingleResult();
    }

    /** Which of these contributions have a place. */
    public Set<UUID> placed(Collection<UUID> contributions) {
        return Set.copyOf(query(UUID.class, "select id from Slot where id in ?1 and room is not null", contributions)
                .getResultList());
    }

    /** The numbers of the talks that are in sessions. */
    public Set<Integer> seated() {
        return Set.copyOf(query(
                        Integer.class,
                        "select number from Slot where conferenceId = ?1 and sessionId is not null",
                        conference)
                .getResultList());
    }

    @Override
    public Optional<Room> roomNamed(String slug) {
        return Optional.ofNullable(rooms.get(slug))
                .or(() ->
                        first(query(Room.class, "from Room where conferenceId = ?1 and slug = ?2", conference, slug)));
    }

    /**
     * The room that a caller names.
     *
     * @throws Refused 404 when there is none, or none any more
     */
    public Room requireRoom(String slug) {
        return roomNamed(slug)
                .filter(Predicate.not(Room::removed))
                .orElseThrow(() -> Refused.notFound(Room.absent(slug, rooms())));
    }

    @Override
    public List<Room> rooms() {
        return query(Room.class, "from Room where conferenceId = ?1 order by position", conference)
                .getResultList();
    }

    /** As created, without those that have been removed. */
    public List<Room> presentRooms() {
        return rooms().stream().filter(Predicate.not(Room::removed)).toList();
    }

    /** The next ones as created, from behind a position, without those that have been removed. */
    public List<Room> roomsAfter(long position, int limit) {
        return query(
                        Room.class,
                        "from Room where conferenceId = ?1 and not removed and position > ?2 order by position",
                        conference,
                        position)
                .setMaxResults(limit)
                .getResultList();
    }

    /** By start. */
    @Override
    public List<Booking> bookings() {
        return query(
                        Booking.class,
                        "from Booking b left join fetch b.room where b.conferenceId = ?1 order by b.startsAt, b.id",
                        conference)
                .getResultList();
    }

    @Override
    public List<Booking> bookings(Collection<UUID> ids) {
        return ids.size() == 1
                ? found(Booking.class, ids).stream()
                        .filter(booking -> booking.conferenceId().equals(conference))
                        .toList()
                : query(
                                Booking.class,
                                "from Booking b left join fetch b.room where b.conferenceId = ?1 and b.id in ?2",
                                conference,
                                ids)
                        .getResultList();
    }

    @Override
    public List<Booking> bookingsIn(Room room) {
        return query(Booking.class, "from Booking where room = ?1 order by startsAt, id", room)
                .getResultList();
    }

    @Override
    public List<Booking> bookingsDuring(TimeRange range) {
        return query(
                        Booking.class,
                        "from Booking b left join fetch b.room"
                                + " where b.conferenceId = ?1 and b.startsAt < ?2 and b.endsAt > ?3",
                        conference,
                        range.end(),
                        range.start())
                .getResultList();
    }

    @Override
    public List<Booking> bookingsDuring(TimeRange range, Room room) {
        return query(
                        Booking.class,
                        "from Booking where room = ?1 and startsAt < ?2 and endsAt > ?3",
                        room,
                        range.end(),
                        range.start())
                .getResultList();
    }

    @Override
    public List<Booking> bookingsFrom(Instant start, Optional<Instant> end) {
        return query(
                        Booking.class,
                        "from Booking b left join fetch b.room"
                                + " where b.conferenceId = ?1 and b.startsAt >= ?2 and b.startsAt < ?3",
                        conference,
                        start,
                        end.orElse(END_OF_TIME))
                .getResultList();
    }

    /** All breaks by start, then title. */
    public List<Break> breaks() {
        return query(
                        Break.class,
                        "from Break b left join fetch b.room where b.conferenceId = ?1 order by b.startsAt, b.title, b.id",
                        conference)
                .getResultList();
    }

    /** All sessions by start, then title. */
    public List<Session> sessions() {
        return query(
                        Session.class,
                        "from Session s join fetch s.room where s.conferenceId = ?1 order by s.startsAt, s.title, s.id",
                        conference)
                .getResultList();
    }

    /** All sessions with those that have been removed, by id. */
    public List<Session> sessionsEver() {
        return query(
                        Session.class,
                        "from Session s left join fetch s.room where s.conferenceId = ?1 order by s.id",
                        conference)
                .getResultList();
    }

    /** The next ones by id, from behind one. */
    public List<Session> sessionsAfter(UUID id, int limit) {
        return query(
                        Session.class,
                        "from Session s join fetch s.room where s.conferenceId = ?1 and s.id > ?2 order by s.id",
                        conference,
                        id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The next slots by id of which others were told, from behind one. */
    public List<Slot> toldSlotsAfter(UUID id, int limit) {
        return query(
                        Slot.class,
                        "from Slot s left join fetch s.room"
                                + " where s.conferenceId = ?1 and s.id > ?2 and s.emitted is not null order by s.id",
                        conference,
                        id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The next sessions by id of which others were told, from behind one; removed ones too. */
    public List<Session> toldSessionsAfter(UUID id, int limit) {
        return query(
                        Session.class,
                        "from Session s left join fetch s.room"
                                + " where s.conferenceId = ?1 and s.id > ?2 and s.emitted is not null order by s.id",
                        conference,
                        id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The session with this id, which may have been removed. */
    public Optional<Session> session(UUID id) {
        return found(Session.class, Set.of(id)).stream()
                .filter(session -> session.conferenceId().equals(conference))
                .findFirst();
    }

    @Override
    public List<Session> sessionsChairedBy(UUID presenter) {
        return query(
                        Session.class,
                        "from Session where conferenceId = ?1 and array_contains(chairs, ?2) order by id",
                        conference,
                        presenter)
                .getResultList();
    }

    /** Who chairs a session that has a place. */
    public Set<UUID> chairs() {
        return sessions().stream().flatMap(session -> session.chairs().stream()).collect(Collectors.toSet());
    }

    @Override
    public Map<PresenterReference, Set<UUID>> presenters(Collection<PresenterReference> references) {
        return Presenters.meant(conference, references);
    }

    @Override
    public List<UUID> presentersToday(Collection<UUID> presenters) {
        return Presenters.identities(presenters).today(presenters);
    }

    @Override
    public Map<UUID, String> presenterNames(Collection<UUID> presenters) {
        return Presenters.withIds(presenters).values().stream()
                .collect(Collectors.toMap(
                        KnownPresenter::id, known -> known.named().name()));
    }

    /** What the session has already is not asked for again; of a query with a list, no plan is kept. */
    private <T> List<T> found(Class<T> type, Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(entities.find(type, id)).stream())
                .toList();
    }

    /** Leaves the versions, and of the changes that they were made; nothing of what anybody said or did. */
    public void erase() {
        Stream.of(
                        "delete from booking where conference_id = ?1",
                        "delete from last_place where conference_id = ?1",
                        "delete from room where conference_id = ?1",
                        """
                        update change set author = '', comment = null, internal_comment = null, operations = '[]',
                            before = '{"slots":{},"rooms":{}}', after = '{"slots":{},"rooms":{}}',
                            talks = '{}', rooms = '{}'
                        where conference_id = ?1""")
                .forEach(statement -> entities.createNativeQuery(statement)
                        .setParameter(1, conference)
                        .executeUpdate());
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultList().stream().findFirst();
    }

    private <T> TypedQuery<T> query(Class<T> type, String text, Object... parameters) {
        var query = entities.createQuery(text, type).setFlushMode(FlushModeType.COMMIT);
        for (var i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
