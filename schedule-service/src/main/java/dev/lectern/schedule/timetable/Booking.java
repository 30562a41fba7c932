package dev.lectern.schedule.timetable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

/** What takes time, and a room: a {@link Slot}, a {@link Session} of them, or a {@link Break}, which may also be in all rooms. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public abstract class Booking extends PanacheEntityBase {

    /** Later than any talk. */
    private static final Instant END_OF_TIME = Instant.parse("+10000-01-02T00:00:00Z");

    @Id
    private UUID id;

    private UUID conferenceId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Room room;

    private Instant startsAt;
    private Instant endsAt;
    private boolean exclusive;

    protected Booking() {}

    Booking(UUID id, UUID conferenceId) {
        this.id = id;
        this.conferenceId = conferenceId;
    }

    public static List<Booking> allOf(UUID conference) {
        return list(
                "from Booking b left join fetch b.room where b.conferenceId = ?1 order by b.startsAt, b.id",
                conference);
    }

    public static List<Booking> inRoom(Room room) {
        return list("room = ?1 order by startsAt, id", room);
    }

    /** The bookings that were stored as taking some of the range, in whatever room; later alterations are not looked at. */
    public static List<Booking> during(UUID conference, TimeRange range) {
        return Booking.<Booking>find(
                        "from Booking b left join fetch b.room"
                                + " where b.conferenceId = ?1 and b.startsAt < ?2 and b.endsAt > ?3",
                        conference,
                        range.end(),
                        range.start())
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .list();
    }

    /** The bookings that were stored in the room, overlapping the range; later alterations are not looked at. */
    public static List<Booking> inRoomDuring(Room room, TimeRange range) {
        return Booking.<Booking>find("room = ?1 and startsAt < ?2 and endsAt > ?3", room, range.end(), range.start())
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .list();
    }

    /** The bookings that start within the range, by start; all from the start on, where it has no end. */
    public static List<Booking> startingFrom(UUID conference, Instant from, Optional<Instant> until) {
        return list(
                "from Booking b left join fetch b.room"
                        + " where b.conferenceId = ?1 and b.startsAt >= ?2 and b.startsAt < ?3 order by b.startsAt, b.id",
                conference,
                from,
                until.orElse(END_OF_TIME));
    }

    /** Whether it holds others, and so stands only in the way of what does that too. */
    boolean isBlock() {
        return false;
    }

    /** How people call it within a sentence. */
    public abstract String called();

    /** Orders those that start together. */
    abstract int rank();

    /**
     * @param where null for all rooms, which only a break takes
     * @param number a place within the room, such as the number of a poster's board, or null
     */
    public void moveTo(Room where, TimeRange when, Integer number) {
        room = where;
        startsAt = when.start();
        endsAt = when.end();
        exclusive = where != null && where.exclusive();
    }

    /** Whether it has its room to itself follows the room. */
    public void followRoom() {
        exclusive = room.exclusive();
    }

    void leave() {
        room = null;
        startsAt = null;
        endsAt = null;
        exclusive = false;
    }

    public boolean isPlaced() {
        return startsAt != null;
    }

    /** Whether moving it there would alter nothing. */
    public boolean isAt(Room where, TimeRange when, Integer number) {
        return isPlaced()
                && (where == null ? room == null : isIn(where))
                && when().equals(when)
                && Objects.equals(position(), number);
    }

    public boolean isIn(Room where) {
        return room != null && room.id().equals(where.id());
    }

    public boolean clashesWith(Booking other) {
        return exclusive
                && other.exclusive
                && isBlock() == other.isBlock()
                && !id.equals(other.id)
                && other.isIn(room)
                && when().overlaps(other.when());
    }

    public UUID id() {
        return id;
    }

    public UUID conferenceId() {
        return conferenceId;
    }

    public Room room() {
        return room;
    }

    /** Only of what is placed. */
    public TimeRange when() {
        return new TimeRange(startsAt, endsAt);
    }

    public boolean exclusive() {
        return exclusive;
    }

    public Integer position() {
        return null;
    }

    public boolean pinned() {
        return false;
    }
}
