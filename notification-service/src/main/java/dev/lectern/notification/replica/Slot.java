package dev.lectern.notification.replica;

import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** Where and when an appearance is, as the schedule last told of it. */
@Entity
@Immutable
public class Slot extends PanacheEntityBase {

    /** What was told of a slot before. */
    record Before(SlotStatus status, Told told) {}

    private record Row(
            UUID appearanceId,
            long revision,
            long revisionsFrom,
            UUID conferenceId,
            SlotStatus status,
            String room,
            String roomSlug,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String timeZone,
            int sequence,
            Instant changedAt,
            long announcedRevision,
            String announcedAuthor,
            String announcedComment,
            Instant announcedAt) {

        static Row of(SlotEvent event, Before before) {
            var announced = Announced.of(
                    event.announced(),
                    event.revision(),
                    event.revisionsFrom(),
                    event.changedAt(),
                    before == null ? null : before.told());
            var place = event.place();
            var room = place.room();
            return new Row(
                    event.appearanceId(),
                    event.revision(),
                    event.revisionsFrom(),
                    event.conferenceId(),
                    place.status(),
                    room == null ? null : room.name(),
                    room == null ? null : room.slug(),
                    place.startsAt(),
                    place.endsAt(),
                    place.timeZone(),
                    event.sequence(),
                    event.changedAt(),
                    announced.revision(),
                    announced.author(),
                    announced.comment(),
                    announced.at());
        }

        /** Without a place, in a schedule that was restored and knows nothing of it. */
        SlotEvent gone(long revision, boolean isPublic) {
            return new SlotEvent(
                    appearanceId,
                    revision,
                    conferenceId,
                    Place.none(isPublic ? SlotStatus.UNSCHEDULED : SlotStatus.UNPUBLISHED, timeZone),
                    sequence,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    Announced.byNobody(revision),
                    null,
                    revision,
                    null);
        }
    }

    private static final Replica<Row> REPLICA = new Replica<>("slot", Row.class);

    @Id
    private UUID appearanceId;

    private long revision;

    @SuppressWarnings("UnusedVariable") // read by queries
    private long revisionsFrom;

    @Enumerated(EnumType.STRING)
    private SlotStatus status;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private String room;
    private String roomSlug;
    private Instant startsAt;
    private Instant endsAt;
    private String timeZone;
    private int sequence;
    private Instant changedAt;

    @Embedded
    private Announced announced;

    protected Slot() {}

    /** Of each of which anything is known. */
    static Map<UUID, Long> revisions(Collection<UUID> appearances) {
        return Panache.getEntityManager()
                .createQuery("select appearanceId, revision from Slot where appearanceId in :ids", Tuple.class)
                .setParameter("ids", appearances)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }

    /** Of each of which anything is known. */
    static Map<UUID, Before> before(List<SlotEvent> events) {
        return Panache.getEntityManager()
                .createQuery(
                        "select appearanceId, status, revision, revisionsFrom, changedAt, announced from Slot"
                                + " where appearanceId in :ids",
                        Tuple.class)
                .setParameter(
                        "ids", events.stream().map(SlotEvent::appearanceId).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get(0, UUID.class),
                        row -> new Before(
                                row.get(1, SlotStatus.class),
                                new Told(
                                        row.get(2, Long.class),
                                        row.get(3, Long.class),
                                        row.get(4, Instant.class),
                                        row.get(5, Announced.class)))));
    }

    /** Some places of talks of which a restored schedule knows nothing, as it would tell. */
    static List<SlotEvent> goneTalks(long revision, int most) {
        var places = REPLICA.below(revision, """
                status = 'SCHEDULED' and not exists (
                    select from appearance where appearance.id = stored.appearance_id and kind = 'SESSION')""", most);
        return List.copyOf(goneFrom(places, revision).values());
    }

    /** The places of these, as a restored schedule that knows nothing of them would tell. */
    static Map<UUID, SlotEvent> gone(List<UUID> appearances, long revision) {
        return goneFrom(REPLICA.withKeys(appearances), revision);
    }

    /** A schedule of which nothing public is told is not public. */
    private static Map<UUID, SlotEvent> goneFrom(List<Row> places, long revision) {
        var isPublic = Set.copyOf(Panache.getEntityManager()
                .createQuery("""
                        select distinct conferenceId from Slot
                        where conferenceId in :conferences and revision > :revision and status <> UNPUBLISHED""", UUID.class)
                .setParameter(
                        "conferences", places.stream().map(Row::conferenceId).toList())
                .setParameter("revision", revision)
                .getResultList());
        return places.stream()
                .collect(Collectors.toMap(
                        Row::appearanceId, place -> place.gone(revision, isPublic.contains(place.conferenceId()))));
    }

    /** Returns those that were news. */
    static List<SlotEvent> store(List<SlotEvent> events, Map<UUID, Before> before) {
        return REPLICA.store(events, event -> Row.of(event, before.get(event.appearanceId())));
    }

    static void eraseAllOf(UUID conference) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update slot set status = 'UNPUBLISHED', room = null, room_slug = null, starts_at = null, ends_at = null,
                            announced_author = null, announced_comment = null
                        where conference_id = :conference""")
                .setParameter("conference", conference)
                .executeUpdate();
    }

    public UUID appearanceId() {
        return appearanceId;
    }

    public long revision() {
        return revision;
    }

    public SlotStatus status() {
        return status;
    }

    /** The room's name; null unless SCHEDULED, as are the times. */
    public String room() {
        return room;
    }

    /** Which room it is, whatever it is called; null where the event was stored before this was kept. */
    public String roomSlug() {
        return roomSlug;
    }

    public OffsetDateTime startsAt() {
        return inZone(startsAt);
    }

    /** When the last of a conference ends; empty where nothing is placed. */
    public static Optional<Instant> lastEnd(UUID conference) {
        var end = Panache.getEntityManager()
                .createNativeQuery("select max(ends_at) from slot where conference_id = ?1", Instant.class)
                .setParameter(1, conference)
                .getSingleResult();
        return Optional.ofNullable((Instant) end);
    }

    public OffsetDateTime endsAt() {
        return inZone(endsAt);
    }

    public String timeZone() {
        return timeZone;
    }

    public int sequence() {
        return sequence;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Announced announced() {
        return announced;
    }

    private OffsetDateTime inZone(Instant instant) {
        return instant.atZone(ZoneId.of(timeZone)).toOffsetDateTime();
    }
}
