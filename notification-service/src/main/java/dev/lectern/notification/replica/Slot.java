package dev.lectern.notification.replica;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Where and when a contribution is, as the schedule last told of it. */
@Entity
@Immutable
public class Slot extends PanacheEntityBase {

    private static final String UPSERT = """
            insert into slot as stored (contribution_id, revision, conference_id, status, room, room_slug, starts_at, ends_at, time_zone,
                sequence, changed_at, announced_revision, announced_author, announced_comment, announced_at)
            select "contributionId", revision, "conferenceId", status, room ->> 'name', room ->> 'slug', "startsAt", "endsAt", "timeZone",
                sequence, "changedAt", coalesce(cast(announced ->> 'revision' as bigint), 0),
                announced ->> 'author', announced ->> 'comment',
                case when announced ->> 'revision' is not null then "changedAt" end
            from jsonb_to_record(cast(:event as jsonb)) as event (
                "contributionId" uuid, revision bigint, "conferenceId" uuid, status text, room jsonb,
                "startsAt" timestamptz, "endsAt" timestamptz, "timeZone" text, sequence integer,
                "changedAt" timestamptz, announced jsonb)
            on conflict (contribution_id) do update set
                revision = excluded.revision, status = excluded.status, room = excluded.room,
                room_slug = excluded.room_slug, starts_at = excluded.starts_at, ends_at = excluded.ends_at, time_zone = excluded.time_zone,
                sequence = excluded.sequence, changed_at = excluded.changed_at,
                announced_revision = excluded.announced_revision, announced_author = excluded.announced_author,
                announced_comment = excluded.announced_comment,
                announced_at = case when excluded.announced_revision > stored.announced_revision
                    then excluded.changed_at else stored.announced_at end
            where stored.revision < excluded.revision""";

    @Id
    private UUID contributionId;

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

    static Optional<SlotStatus> storedStatus(UUID contribution) {
        return Panache.getEntityManager()
                .createQuery("select status from Slot where contributionId = :contribution", SlotStatus.class)
                .setParameter("contribution", contribution)
                .getResultStream()
                .findFirst();
    }

    static boolean store(SlotEvent event) {
        return Upsert.run(UPSERT, event);
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

    public UUID contributionId() {
        return contributionId;
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
