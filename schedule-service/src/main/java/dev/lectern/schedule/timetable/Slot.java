package dev.lectern.schedule.timetable;

import dev.lectern.chassis.events.Announcement;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The placing of one contribution. Its revision is the version of the schedule that last altered it; {@code sequence} counts the changes of
 * the state that was sent out, from 0.
 */
@Entity
@DiscriminatorValue("SLOT")
public class Slot extends Booking {

    private UUID contributionId;
    private int number;
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
        super(contributionId, conferenceId);
        this.contributionId = contributionId;
        this.number = number;
        this.changedAt = Instant.EPOCH;
    }

    public static Optional<Slot> of(UUID contribution) {
        return findByIdOptional(contribution);
    }

    /** Those of these contributions. */
    public static List<Slot> of(Collection<UUID> contributions) {
        return list("from Slot s left join fetch s.room where s.id in ?1", contributions);
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

    public static long countPlaced(UUID conference) {
        return count("conferenceId = ?1 and room is not null", conference);
    }

    @Override
    public String called() {
        return "contribution " + number;
    }

    @Override
    int rank() {
        return number;
    }

    @Override
    public void moveTo(Room where, TimeRange when, Integer number) {
        super.moveTo(where, when, number);
        position = number;
    }

    public void free() {
        leave();
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
                ? SlotState.scheduled(room(), when(), zone)
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

    public UUID contributionId() {
        return contributionId;
    }

    public int number() {
        return number;
    }

    @Override
    public Integer position() {
        return position;
    }

    @Override
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
