package dev.lectern.schedule.timetable;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The placing of one contribution, which may be in a session. */
@Entity
@DiscriminatorValue("SLOT")
public class Slot extends Announceable {

    /** The order of the talks of one session. */
    public static final Comparator<Slot> IN_SESSION = Comparator.comparing(
                    (Slot slot) -> slot.when().start())
            .thenComparing(Slot::position, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Slot::number);

    private UUID contributionId;
    private int number;
    private Integer position;
    private boolean pinned;
    private UUID sessionId;

    @JdbcTypeCode(SqlTypes.JSON)
    private SlotState emitted;

    protected Slot() {}

    public Slot(UUID conferenceId, UUID contributionId, int number) {
        super(contributionId, conferenceId);
        this.contributionId = contributionId;
        this.number = number;
    }

    public static Optional<Slot> of(UUID contribution) {
        return findByIdOptional(contribution);
    }

    /** The slots of these contributions. */
    public static List<Slot> of(Collection<UUID> contributions) {
        return list("from Slot s left join fetch s.room where s.id in ?1", contributions);
    }

    /** The slots of the contributions with these numbers. */
    public static List<Slot> numbered(UUID conference, Collection<Integer> numbers) {
        return list(
                "from Slot s left join fetch s.room where s.conferenceId = ?1 and s.number in ?2", conference, numbers);
    }

    public static List<Slot> ofConference(UUID conference) {
        return list("from Slot s left join fetch s.room where s.conferenceId = ?1 order by s.number", conference);
    }

    /** The slots that are placed, by start, then room as created, then number. */
    public static List<Slot> placedIn(UUID conference) {
        return list("""
                from Slot s join fetch s.room r where s.conferenceId = ?1
                order by s.startsAt, r.position, s.number""", conference);
    }

    /** The slots in a session, by start, then position, then number. */
    public static List<Slot> inSession(UUID session) {
        return list(
                "from Slot s left join fetch s.room where s.sessionId = ?1 order by s.startsAt, s.position, s.number",
                session);
    }

    /** The slots in several sessions, by start, then position, then number. */
    public static List<Slot> inSessions(Collection<UUID> sessions) {
        return list("sessionId in ?1 order by startsAt, position, number", sessions);
    }

    /** The numbers of the talks that are in sessions. */
    public static Set<Integer> seated(UUID conference) {
        return find("select number from Slot where conferenceId = ?1 and sessionId is not null", conference)
                .project(Integer.class)
                .stream()
                .collect(Collectors.toSet());
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
        sessionId = null;
    }

    /** @param session in which it is from now on, or null */
    public void join(UUID session) {
        sessionId = session;
    }

    /** What is pinned stays where it is until somebody unpins it; only the catalog's news frees it all the same. */
    public void pin(boolean pinned) {
        this.pinned = pinned;
    }

    @Override
    public boolean hasNews(boolean published, ZoneId zone) {
        return publicState(published, zone)
                .filter(state -> !state.equals(emitted))
                .isPresent();
    }

    @Override
    public void emit(boolean published, ZoneId zone) {
        var state = publicState(published, zone).orElseThrow();
        if (emitted != null && !emitted.equals(state)) {
            countChange();
        }
        emitted = state;
    }

    public SlotState state(ZoneId zone) {
        return isPlaced()
                ? SlotState.scheduled(room(), when(), zone)
                : SlotState.withoutPlace(SlotStatus.UNSCHEDULED, zone);
    }

    public Placement placement(ZoneId zone) {
        return Placement.of(state(zone), position, pinned, sessionId);
    }

    /** What was sent out last; empty before the first event. */
    public Optional<SlotState> told() {
        return Optional.ofNullable(emitted);
    }

    /** What others are to see: while the schedule is not public, whoever saw it before sees that it is gone. */
    public Optional<SlotState> publicState(boolean published, ZoneId zone) {
        return published
                ? Optional.of(state(zone))
                : Optional.ofNullable(emitted).map(seen -> SlotState.withoutPlace(SlotStatus.UNPUBLISHED, zone));
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

    /** The session that it is in, or null. */
    public UUID sessionId() {
        return sessionId;
    }
}
