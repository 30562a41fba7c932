package dev.lectern.schedule.timetable;

import dev.lectern.chassis.events.Announcement;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.type.SqlTypes;

/**
 * The placing of one contribution. Its revision is the version of the schedule that last altered it; {@code sequence} counts the changes of
 * the state that was sent out, from 0.
 */
@Entity
public class Slot extends PanacheEntityBase {

    /** Later than any talk. */
    private static final Instant END_OF_TIME =
            Instant.parse("9999-12-31T00:00:00Z").plus(Duration.ofDays(2));

    @Id
    private UUID contributionId;

    private UUID conferenceId;
    private int number;

    @ManyToOne(fetch = FetchType.LAZY)
    private Room room;

    private Instant startsAt;
    private Instant endsAt;
    private boolean exclusive;
    private Integer position;
    private boolean pinned;
    private long revision;
    private int sequence;

    @JdbcTypeCode(SqlTypes.JSON)
    private Announcement announced;

    private Instant changedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private SlotState emitted;

    protected Slot() {}

    public Slot(UUID conferenceId, UUID contributionId, int number) {
        this.conferenceId = conferenceId;
        this.contributionId = contributionId;
        this.number = number;
        this.changedAt = Instant.EPOCH;
    }

    public static Optional<Slot> of(UUID contribution) {
        return findByIdOptional(contribution);
    }

    /** Those of these contributions. */
    public static List<Slot> of(Collection<UUID> contributions) {
        return list("from Slot s left join fetch s.room where s.contributionId in ?1", contributions);
    }

    /** Those of these contribution numbers. */
    public static List<Slot> numbered(UUID conference, Collection<Integer> numbers) {
        return list(
                "from Slot s left join fetch s.room where s.conferenceId = ?1 and s.number in ?2", conference, numbers);
    }

    public static List<Slot> ofConference(UUID conference) {
        return list("from Slot s left join fetch s.room where s.conferenceId = ?1 order by s.number", conference);
    }

    /** Those that are placed, by start, then room as created, then number. */
    public static List<Slot> placedIn(UUID conference) {
        return list("""
                from Slot s join fetch s.room r where s.conferenceId = ?1
                order by s.startsAt, r.position, s.number""", conference);
    }

    public static List<Slot> inRoom(Room room) {
        return list("room = ?1 order by startsAt, number", room);
    }

    /** Those that were stored as taking some of the range, wherever they are; what has been altered since is not looked at. */
    public static List<Slot> during(UUID conference, TimeRange range) {
        return Slot.<Slot>find(
                        "from Slot s join fetch s.room where s.conferenceId = ?1 and s.startsAt < ?2 and s.endsAt > ?3",
                        conference,
                        range.end(),
                        range.start())
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .list();
    }

    /** Those that were stored in the room, overlapping the range; what has been altered since is not looked at. */
    public static List<Slot> inRoomDuring(Room room, TimeRange range) {
        return Slot.<Slot>find("room = ?1 and startsAt < ?2 and endsAt > ?3", room, range.end(), range.start())
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .list();
    }

    /** Those that start within the range, by start, then number. Without an end it is all from the start on. */
    public static List<Slot> startingFrom(UUID conference, Instant from, Optional<Instant> until) {
        return list(
                "from Slot s join fetch s.room where s.conferenceId = ?1 and s.startsAt >= ?2 and s.startsAt < ?3"
                        + " order by s.startsAt, s.number",
                conference,
                from,
                until.orElse(END_OF_TIME));
    }

    public static long countPlaced(UUID conference) {
        return count("conferenceId = ?1 and room is not null", conference);
    }

    /** @param number a place within the room, such as the number of a poster's board, or null */
    public void moveTo(Room where, TimeRange when, Integer number) {
        position = number;
        room = where;
        startsAt = when.start();
        endsAt = when.end();
        exclusive = where.exclusive();
    }

    /** Whether it has its room to itself follows the room. */
    public void followRoom() {
        exclusive = room.exclusive();
    }

    public void free() {
        room = null;
        startsAt = null;
        endsAt = null;
        exclusive = false;
        position = null;
        pinned = false;
    }

    /** What is pinned stays where it is until somebody unpins it; only the catalog's news frees it all the same. */
    public void pin(boolean pinned) {
        this.pinned = pinned;
    }

    /** Notes that a version of the schedule altered this, and, unless it was a quiet one, whom it is to be told from. */
    public void revise(long version, Instant at, Optional<Announcement> announcement) {
        revision = version;
        changedAt = at;
        announced = announcement.orElse(announced);
    }

    /** Notes the state that its next event carries. */
    public void emit(SlotState state) {
        if (emitted != null && !emitted.equals(state)) {
            sequence++;
        }
        emitted = state;
    }

    public SlotState state(ZoneId zone) {
        return isPlaced()
                ? SlotState.scheduled(room, when(), zone)
                : SlotState.withoutPlace(SlotStatus.UNSCHEDULED, zone);
    }

    public Placement placement(ZoneId zone) {
        return Placement.of(state(zone), position, pinned);
    }

    /** The status that was sent out last; none before the first event. */
    public Optional<SlotStatus> toldStatus() {
        return Optional.ofNullable(emitted).map(SlotState::status);
    }

    /** What others are to see: while the schedule is not public, whoever saw it before sees that it is gone. */
    public Optional<SlotState> publicState(boolean published, ZoneId zone) {
        return published
                ? Optional.of(state(zone))
                : Optional.ofNullable(emitted).map(seen -> SlotState.withoutPlace(SlotStatus.UNPUBLISHED, zone));
    }

    public boolean lastSaid(SlotState state) {
        return state.equals(emitted);
    }

    public boolean isPlaced() {
        return room != null;
    }

    /** Whether moving it there would alter nothing. */
    public boolean isAt(Room where, TimeRange when, Integer number) {
        return isIn(where) && when().equals(when) && Objects.equals(position, number);
    }

    public boolean isIn(Room where) {
        return isPlaced() && room.id().equals(where.id());
    }

    public boolean clashesWith(Slot other) {
        return exclusive
                && other.exclusive
                && !contributionId.equals(other.contributionId)
                && room.id().equals(other.room.id())
                && when().overlaps(other.when());
    }

    public UUID contributionId() {
        return contributionId;
    }

    public UUID conferenceId() {
        return conferenceId;
    }

    public int number() {
        return number;
    }

    public Room room() {
        return room;
    }

    /** Only of a slot that is placed. */
    public TimeRange when() {
        return new TimeRange(startsAt, endsAt);
    }

    public boolean exclusive() {
        return exclusive;
    }

    public Integer position() {
        return position;
    }

    public boolean pinned() {
        return pinned;
    }

    public long revision() {
        return revision;
    }

    public int sequence() {
        return sequence;
    }

    public Announcement announced() {
        return announced;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
