package dev.lectern.schedule.timetable;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A titled block in one room with the presenters who chair it. It holds its talks and the breaks in its room; only
 * another session stands in its way. One that is removed keeps its row, without a place, because its revision must
 * never fall.
 */
@Entity
@DiscriminatorValue("SESSION")
public class Session extends Announceable {

    private String title;
    private List<UUID> chairs;

    @JdbcTypeCode(SqlTypes.JSON)
    private SessionNews emitted;

    protected Session() {}

    public Session(UUID conferenceId, UUID id) {
        super(id, conferenceId);
        this.chairs = List.of();
    }

    /** @param by null for nobody; nobody chairs twice */
    public void replaceChair(UUID presenter, UUID by) {
        chairs = chairs.stream()
                .map(chair -> chair.equals(presenter) ? by : chair)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public void describe(String title, List<UUID> chairs) {
        this.title = title;
        this.chairs = List.copyOf(chairs);
    }

    @Override
    public void giveWay() {
        leave();
    }

    /** Whether a talk is where and when this is: it starts in it. */
    public boolean holds(Slot slot) {
        return isPlaced()
                && slot.isPlaced()
                && slot.isIn(room())
                && when().holds(slot.when().start());
    }

    @Override
    public boolean isBlock() {
        return true;
    }

    @Override
    public String called() {
        return "the session “" + title + "”";
    }

    @Override
    int rank() {
        return 0;
    }

    @Override
    public boolean isPause() {
        return false;
    }

    @Override
    public Clash clash(Function<UUID, String> titles, ZoneId zone) {
        return Clash.of(this, zone);
    }

    @Override
    public void addTo(Snapshot snapshot, ZoneId zone) {
        if (isPlaced()) {
            snapshot.sessions().put(id(), state(zone));
        }
    }

    /** Only of one that is not removed. */
    public SessionState state(ZoneId zone) {
        return new SessionState(id(), title, place(zone), when().minutes(), zone.getId(), chairs);
    }

    /**
     * What others are to see. While the schedule is not public, whoever saw it before sees it as it was, and that its
     * place is gone. Nobody is to see that one is gone of which they never heard.
     */
    private Optional<SessionNews> publicState(boolean published, ZoneId zone) {
        if (!published) {
            return Optional.ofNullable(emitted)
                    .map(seen -> isGone(seen)
                            ? seen
                            : new SessionNews(
                                    seen.title(), seen.chairs(), SlotState.withoutPlace(SlotStatus.UNPUBLISHED, zone)));
        }
        if (isPlaced()) {
            return Optional.of(new SessionNews(title, chairs, SlotState.scheduled(place(zone), zone)));
        }
        return Optional.ofNullable(emitted)
                .map(seen -> new SessionNews(title, chairs, SlotState.withoutPlace(SlotStatus.UNSCHEDULED, zone)));
    }

    private static boolean isGone(SessionNews seen) {
        return seen.place().status() == SlotStatus.UNSCHEDULED;
    }

    @Override
    public Optional<News> news(boolean published, ZoneId zone) {
        return publicState(published, zone)
                .filter(next -> !next.equals(emitted))
                .map(next -> new News.OfSession(this, told(), next));
    }

    void emit(SessionNews next) {
        if (emitted != null) {
            countChange();
        }
        emitted = next;
    }

    /** What was sent out last; empty before the first event. */
    public Optional<SessionNews> told() {
        return Optional.ofNullable(emitted);
    }

    public SessionName named() {
        return new SessionName(id(), title);
    }

    public String title() {
        return title;
    }

    public List<UUID> chairs() {
        return chairs;
    }
}
