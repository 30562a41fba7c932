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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** Where and when an appearance is, as the schedule last told of it. */
@Entity
@Immutable
public class Slot extends PanacheEntityBase {

    /** What was told of a slot before. */
    record Before(SlotStatus status, Announced announced) {}

    private record Row(
            UUID appearanceId,
            long revision,
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
            var announced =
                    Announced.of(event.announced(), event.changedAt(), before == null ? null : before.announced());
            var place = event.place();
            var room = place.room();
            return new Row(
                    event.appearanceId(),
                    event.revision(),
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
    }

    private static final Replica<Row> REPLICA = new Replica<>("slot", Row.class);

    @Id
    private UUID appearanceId;

    private long revision;

    @Enumerated(EnumType.STRING)
    private SlotStatus status;

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
                .createQuery("select appearanceId, status, announced from Slot where appearanceId in :ids", Tuple.class)
                .setParameter(
                        "ids", events.stream().map(SlotEvent::appearanceId).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get(0, UUID.class),
                        row -> new Before(row.get(1, SlotStatus.class), row.get(2, Announced.class))));
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
