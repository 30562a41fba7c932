package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What presenters appear in: a talk, as the catalog last told of it, or a session that they chair, as the schedule did.
 */
@Entity
@Immutable
public class Appearance extends PanacheEntityBase {

    /** A talk has presenters, and a session chairs. */
    public enum Kind {
        TALK,
        SESSION
    }

    private record Row(
            UUID id,
            long revision,
            long revisionsFrom,
            boolean deleted,
            UUID conferenceId,
            Kind kind,
            Integer number,
            String title,
            @JsonProperty("abstract") String abstractText,
            String type,
            String track,
            boolean withdrawn,
            List<Listed> presenters,
            Instant changedAt,
            long announcedRevision,
            String announcedAuthor,
            String announcedComment,
            Instant announcedAt) {

        static Row of(AppearanceState state, Told before) {
            var announced =
                    Announced.of(state.announced(), state.revision(), state.revisionsFrom(), state.changedAt(), before);
            return new Row(
                    state.id(),
                    state.revision(),
                    state.revisionsFrom(),
                    state.deleted(),
                    state.conferenceId(),
                    state.kind(),
                    state.number(),
                    state.description().title(),
                    state.description().abstractText(),
                    state.description().type(),
                    state.description().track(),
                    state.withdrawn(),
                    state.presenters(),
                    state.changedAt(),
                    announced.revision(),
                    announced.author(),
                    announced.comment(),
                    announced.at());
        }

        /** Deleted alone, by a catalog that was restored and knows nothing of it. */
        ContributionEvent goneTalk(long revision) {
            return new ContributionEvent(
                    id,
                    revision,
                    true,
                    conferenceId,
                    number,
                    Description.NONE,
                    ContributionEvent.State.WITHDRAWN,
                    List.of(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    Announced.byNobody(revision),
                    List.of(),
                    revision);
        }

        /** Removed, by a schedule that was restored and knows nothing of it. */
        SessionEvent goneSession(long revision, SlotEvent slot) {
            return new SessionEvent(
                    id,
                    revision,
                    true,
                    conferenceId,
                    title,
                    slot.place(),
                    presenters.stream().map(Listed::id).toList(),
                    slot.sequence(),
                    slot.changedAt(),
                    slot.announced(),
                    List.of(),
                    null,
                    revision,
                    null);
        }
    }

    private static final Replica<Row> REPLICA = new Replica<>("appearance", Row.class);

    @Id
    private UUID id;

    private long revision;

    @SuppressWarnings("UnusedVariable") // read by queries
    private long revisionsFrom;

    private boolean deleted;
    private UUID conferenceId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

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

    protected Appearance() {}

    /** Of each of which anything is known. */
    static Map<UUID, Long> revisions(Collection<UUID> ids) {
        return Panache.getEntityManager()
                .createQuery("select id, revision from Appearance where id in :ids", Tuple.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }

    /** What is stored of each of which anything is known. */
    static Map<UUID, Told> told(Collection<UUID> ids) {
        return Panache.getEntityManager()
                .createQuery(
                        "select id, revision, revisionsFrom, changedAt, announced from Appearance where id in :ids",
                        Tuple.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get(0, UUID.class),
                        row -> new Told(
                                row.get(1, Long.class),
                                row.get(2, Long.class),
                                row.get(3, Instant.class),
                                row.get(4, Announced.class))));
    }

    /** Returns those that were news. */
    static List<AppearanceState> store(List<AppearanceState> states, Map<UUID, Told> before) {
        return REPLICA.store(states, state -> Row.of(state, before.get(state.id())));
    }

    /** Some talks of which a restored catalog knows nothing, as it would tell. */
    static List<ContributionEvent> goneTalks(long revision, int most) {
        return REPLICA.below(revision, "kind = 'TALK' and not deleted", most).stream()
                .map(talk -> talk.goneTalk(revision))
                .toList();
    }

    /** Some sessions of which a restored schedule knows nothing, as it would tell. */
    static List<SessionEvent> goneSessions(long revision, int most) {
        var sessions = REPLICA.below(revision, "kind = 'SESSION'", most);
        var places = Slot.gone(sessions.stream().map(Row::id).toList(), revision);
        return sessions.stream()
                .map(session -> session.goneSession(revision, places.get(session.id())))
                .toList();
    }

    /** No talk lists this one any more. Of sessions only ids are known, and the schedule sees to them. */
    static void forget(UUID conference, UUID presenter) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update appearance set presenters = (
                            select coalesce(jsonb_agg(listed order by place), '[]')
                            from jsonb_array_elements(presenters) with ordinality as element (listed, place)
                            where listed ->> 'id' <> cast(:id as text))
                        where conference_id = :conference and kind = 'TALK'
                            and presenters @> jsonb_build_array(jsonb_build_object('id', cast(:id as text)))""")
                .setParameter("conference", conference)
                .setParameter("id", presenter.toString())
                .executeUpdate();
    }

    static void eraseAllOf(UUID conference) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update appearance set title = '', abstract = '', type = null, track = null, presenters = '[]',
                            deleted = true, announced_author = null, announced_comment = null
                        where conference_id = :conference""")
                .setParameter("conference", conference)
                .executeUpdate();
    }

    /**
     * The deletion of one appearance is announced. One that is not comes with that of the whole conference, which
     * nobody is told.
     */
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

    public Kind kind() {
        return kind;
    }

    public boolean isSession() {
        return kind == Kind.SESSION;
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
