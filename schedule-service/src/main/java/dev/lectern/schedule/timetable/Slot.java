package dev.lectern.schedule.timetable;

import dev.lectern.chassis.events.Announcement;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    @Id
    private UUID contributionId;

    private UUID conferenceId;
    private int number;

    @ManyToOne(fetch = FetchType.LAZY)
    private Room room;

    private Instant startsAt;
    private Instant endsAt;
    private boolean exclusive;
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

    /** Those that were stored in the room, overlapping the range; what has been altered since is not looked at. */
    public static List<Slot> inRoomDuring(Room room, TimeRange range) {
        return Slot.<Slot>find("room = ?1 and startsAt < ?2 and endsAt > ?3", room, range.end(), range.start())
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .list();
    }

    public static long countPlaced(UUID conference) {
        return count("conferenceId = ?1 and room is not null", conference);
    }

    public void moveTo(Room where, TimeRange when) {
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
