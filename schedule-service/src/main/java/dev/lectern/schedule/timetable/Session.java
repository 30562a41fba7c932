package dev.lectern.schedule.timetable;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A titled block in one room with the presenters who chair it. It holds its talks and the breaks in its room; only another session stands in
 * its way. One that is removed keeps its row, without a place, because its revision must never fall.
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

    /** By start, then title. */
    public static List<Session> of(UUID conference) {
        return list(
                "from Session s join fetch s.room where s.conferenceId = ?1 order by s.startsAt, s.title, s.id",
                conference);
    }

    /** The next ones by id, from behind one. */
    public static List<Session> after(UUID conference, UUID id, int limit) {
        return find(
                        "from Session s join fetch s.room where s.conferenceId = ?1 and s.id > ?2 order by s.id",
                        conference,
                        id)
                .page(0, limit)
                .list();
    }

    /** All with those that have been removed. */
    public static List<Session> ever(UUID conference) {
        return list("from Session s left join fetch s.room where s.conferenceId = ?1 order by s.id", conference);
    }

    public static Optional<Session> of(UUID conference, UUID id) {
        return find("conferenceId = ?1 and id = ?2", conference, id).firstResultOptional();
    }

    public static List<Session> withIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** The sessions that have begun before a time and go on at it. */
    public static List<Session> underWay(UUID conference, Instant at) {
        return list(
                "from Session s join fetch s.room where s.conferenceId = ?1 and s.startsAt < ?2 and s.endsAt > ?2"
                        + " order by s.startsAt, s.id",
                conference,
                at);
    }

    /** Whether one that goes on is chaired by this presenter. */
    public static boolean hasChair(UUID conference, UUID presenter) {
        return !getEntityManager()
                .createNativeQuery("""
                        select 1 from booking where kind = 'SESSION' and chairs @> array[cast(?2 as uuid)]
                            and conference_id = ?1 and room_id is not null
                        limit 1""")
                .setParameter(1, conference)
                .setParameter(2, presenter)
                .getResultList()
                .isEmpty();
    }

    /** The sessions that this presenter chairs, or chaired until they were removed. */
    public static List<Session> chairedBy(UUID conference, UUID presenter) {
        return list("conferenceId = ?1 and array_contains(chairs, ?2) order by id", conference, presenter);
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

    public void remove() {
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
    boolean isBlock() {
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

    /** Only of one that is not removed. */
    public SessionState state(ZoneId zone) {
        return new SessionState(
                id(),
                title,
                room().named(),
                when().start().atZone(zone).toOffsetDateTime(),
                when().end().atZone(zone).toOffsetDateTime(),
                when().minutes(),
                zone.getId(),
                chairs);
    }

    /**
     * What others are to see. While the schedule is not public, whoever saw it before sees it as it was, and that its place is gone. Nobody is
     * to see that one is gone of which they never heard.
     */
    public Optional<SessionNews> publicState(boolean published, ZoneId zone) {
        if (!published) {
            return Optional.ofNullable(emitted)
                    .map(seen -> isGone(seen)
                            ? seen
                            : new SessionNews(
                                    seen.title(), seen.chairs(), SlotState.withoutPlace(SlotStatus.UNPUBLISHED, zone)));
        }
        if (isPlaced()) {
            return Optional.of(new SessionNews(title, chairs, SlotState.scheduled(room(), when(), zone)));
        }
        return Optional.ofNullable(emitted)
                .map(seen -> new SessionNews(title, chairs, SlotState.withoutPlace(SlotStatus.UNSCHEDULED, zone)));
    }

    private static boolean isGone(SessionNews seen) {
        return seen.place().status() == SlotStatus.UNSCHEDULED;
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
