package dev.lectern.notification.replica;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A contribution, as the catalog last told of it, or a session, as the schedule did. */
@Entity
@Immutable
public class Contribution extends PanacheEntityBase {

    private static final String UPSERT = """
            insert into contribution as stored (id, revision, deleted, conference_id, number, title, abstract, type, track,
                withdrawn, presenters, changed_at, announced_revision, announced_author, announced_comment, announced_at)
            select id, revision, deleted, "conferenceId", number, title, abstract, type, track,
                state not in ('ACCEPTED', 'CONFIRMED'), presenters, "changedAt", coalesce(cast(announced ->> 'revision' as bigint), 0),
                announced ->> 'author', announced ->> 'comment',
                case when announced ->> 'revision' is not null then "changedAt" end
            from jsonb_to_record(cast(:event as jsonb)) as event (
                id uuid, revision bigint, deleted boolean, "conferenceId" uuid, number integer, title text, abstract text,
                type text, track text, state text, presenters jsonb, "changedAt" timestamptz, announced jsonb)
            on conflict (id) do update set
                revision = excluded.revision, deleted = excluded.deleted, title = excluded.title,
                abstract = excluded.abstract, type = excluded.type, track = excluded.track,
                withdrawn = excluded.withdrawn, presenters = excluded.presenters, changed_at = excluded.changed_at,
                announced_revision = excluded.announced_revision, announced_author = excluded.announced_author,
                announced_comment = excluded.announced_comment,
                announced_at = case when excluded.announced_revision > stored.announced_revision
                    then excluded.changed_at else stored.announced_at end
            where stored.revision < excluded.revision""";

    @Id
    private UUID id;

    private long revision;
    private boolean deleted;
    private UUID conferenceId;
    private Integer number;
    private String title;

    @Column(name = "abstract")
    private String abstractText;

    private String type;
    private String track;
    private boolean withdrawn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Listed> presenters;

    private Instant changedAt;

    @Embedded
    private Announced announced;

    protected Contribution() {}

    /** The stored announcement's revision; empty when nothing is known of the contribution yet. */
    static Optional<Long> announcedRevision(UUID id) {
        return Panache.getEntityManager()
                .createQuery("select announced.revision from Contribution where id = :id", Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    static boolean store(ContributionEvent event) {
        return Upsert.run(UPSERT, event);
    }

    /** No talk lists this one any more. Of sessions only ids are known, and the schedule sees to them. */
    static void forget(UUID conference, UUID presenter) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update contribution set presenters = (
                            select coalesce(jsonb_agg(listed order by place), '[]')
                            from jsonb_array_elements(presenters) with ordinality as element (listed, place)
                            where listed ->> 'id' <> cast(:id as text))
                        where conference_id = :conference and number is not null
                            and presenters @> jsonb_build_array(jsonb_build_object('id', cast(:id as text)))""")
                .setParameter("conference", conference)
                .setParameter("id", presenter.toString())
                .executeUpdate();
    }

    static void eraseAllOf(UUID conference) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update contribution set title = '', abstract = '', type = null, track = null, presenters = '[]',
                            deleted = true, announced_author = null, announced_comment = null
                        where conference_id = :conference""")
                .setParameter("conference", conference)
                .executeUpdate();
    }

    /** The deletion of one contribution is announced. One that is not comes with that of the whole conference, which nobody is told. */
    public boolean isGoneWithItsConference() {
        return deleted && announced.revision() < revision;
    }

    /** Nothing may be told of it as current: it is gone or withdrawn. */
    public boolean isOff() {
        return deleted || withdrawn;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public UUID id() {
        return id;
    }

    public long revision() {
        return revision;
    }

    public UUID conferenceId() {
        return conferenceId;
    }

    /** Whether it is a session, which is to its chairs what a contribution is to its presenters. */
    public boolean isSession() {
        return number == null;
    }

    /** Null of a session. */
    public Integer number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** Markdown as written, empty when there is none. */
    public String abstractText() {
        return abstractText;
    }

    public String type() {
        return type;
    }

    public String track() {
        return track;
    }

    public List<Listed> presenters() {
        return presenters;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Announced announced() {
        return announced;
    }
}
