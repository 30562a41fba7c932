package dev.lectern.schedule.timetable;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The placing of one contribution, whose id is its own, and which may be in a session. */
@Entity
@DiscriminatorValue("SLOT")
public class Slot extends Announceable {

    /** The order of the talks of one session. */
    public static final Comparator<Slot> IN_SESSION = Comparator.comparing(
                    (Slot slot) -> slot.when().start())
            .thenComparing(Slot::position, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Slot::number);

    private int number;
    private Integer position;
    private boolean pinned;
    private UUID sessionId;

    @JdbcTypeCode(SqlTypes.JSON)
    private SlotState emitted;

    protected Slot() {}

    public Slot(UUID conferenceId, UUID contributionId, int number) {
        super(contributionId, conferenceId);
        this.number = number;
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
    public boolean isPause() {
        return false;
    }

    @Override
    public Clash clash(Function<UUID, String> titles, ZoneId zone) {
        return Clash.of(this, titles.apply(id()), zone);
    }

    @Override
    public void addTo(Snapshot snapshot, ZoneId zone) {
        snapshot.slots().put(number, placement(zone));
    }

    /** The position, the pin and the session are the organisers' own. */
    @Override
    public boolean looksDifferentFrom(Snapshot before, ZoneId zone) {
        var then = before.slots().get(number);
        return then == null ? isPlaced() : !then.state().equals(state(zone));
    }

    @Override
    public void moveTo(Room where, TimeRange when, Integer number) {
        super.moveTo(where, when, number);
        position = number;
    }

    @Override
    public void giveWay() {
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
    public Optional<News> news(boolean published, ZoneId zone) {
        return publicState(published, zone)
                .filter(next -> !next.equals(emitted))
                .map(next -> new News.OfSlot(this, told(), next));
    }

    void emit(SlotState next) {
        if (emitted != null) {
            countChange();
        }
        emitted = next;
    }

    public SlotState state(ZoneId zone) {
        return isPlaced()
                ? SlotState.scheduled(place(zone), zone)
                : SlotState.withoutPlace(SlotStatus.UNSCHEDULED, zone);
    }

    public Placement placement(ZoneId zone) {
        return new Placement(state(zone), position, pinned, sessionId);
    }

    /** What was sent out last; empty before the first event. */
    public Optional<SlotState> told() {
        return Optional.ofNullable(emitted);
    }

    /** What others are to see: while the schedule is not public, whoever saw it before sees that it is gone. */
    private Optional<SlotState> publicState(boolean published, ZoneId zone) {
        return published
                ? Optional.of(state(zone))
                : Optional.ofNullable(emitted).map(seen -> SlotState.withoutPlace(SlotStatus.UNPUBLISHED, zone));
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
