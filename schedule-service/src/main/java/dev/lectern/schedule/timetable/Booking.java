package dev.lectern.schedule.timetable;

import dev.lectern.chassis.events.Announcement;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What takes time, and a room: a {@link Slot}, a {@link Session} of them, or a {@link Break}, which may also be in all
 * rooms. The constructors close this to other packages; a sealed class could have no proxy, which Hibernate makes of
 * every entity.
 */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public abstract class Booking implements Alterable {

    /** By start, then what starts together in a fixed order. */
    public static final Comparator<Booking> BY_START = Comparator.comparing(
                    (Booking booking) -> booking.when().start())
            .thenComparing(Booking::rank)
            .thenComparing(Booking::id);

    /** Talks by number, then the others, which stay in their order. */
    public static final Comparator<Booking> TALKS_FIRST =
            Comparator.comparing(Booking::isBlock).thenComparing(Booking::rank);

    @Id
    private UUID id;

    private UUID conferenceId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Room room;

    private Instant startsAt;
    private Instant endsAt;
    private boolean exclusive;

    Booking() {}

    Booking(UUID id, UUID conferenceId) {
        this.id = id;
        this.conferenceId = conferenceId;
    }

    /** Whether it holds others, and so stands only in the way of what does that too. */
    public boolean isBlock() {
        return false;
    }

    /** How people call it within a sentence. */
    public abstract String called();

    /** Orders those that start together. */
    abstract int rank();

    /** Whether nobody presents anything in it, so that of two that clash it stays. */
    public abstract boolean isPause();

    /** Takes it away from where it is: a talk waits for another place, a break or a session is gone. */
    public abstract void giveWay();

    /** As a refusal names it, which it stands in the way of. */
    public abstract Clash clash(Function<UUID, String> titles, ZoneId zone);

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

    /** Whether nothing has to be kept of it. */
    public boolean isGone() {
        return false;
    }

    /** What others are to see, where that is not what they were sent last; nobody is sent anything of a break. */
    public Optional<News> news(boolean published, ZoneId zone) {
        return Optional.empty();
    }

    /** Whether others see it otherwise than it was. */
    public boolean looksDifferentFrom(Snapshot before, ZoneId zone) {
        return !Snapshot.of(this, zone).equals(before);
    }

    /** Notes that a version of the schedule altered it, and, unless it was a quiet one, whom it is to be told from. */
    public abstract void revise(long version, Instant at, Optional<Announcement> announcement);

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

    /** Whether it starts from a time on, and before another one if there is one. */
    public boolean startsWithin(Instant from, Optional<Instant> until) {
        return !startsAt.isBefore(from) && until.map(startsAt::isBefore).orElse(true);
    }

    /** Whether it takes some of a range, in whatever room. */
    public boolean meets(TimeRange range) {
        return isPlaced() && when().overlaps(range);
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

    /** Only of what is placed. */
    TimeAndPlace place(ZoneId zone) {
        return TimeAndPlace.of(room, when(), zone);
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
