package dev.lectern.schedule.change;

import dev.lectern.schedule.timetable.Slot;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One accepted edit. Written once, and altered only to forget who made it, when its conference is deleted. {@code talks} and {@code rooms}
 * are the contribution numbers and slugs of what it altered and of the rooms where that was: what another change may not have touched.
 */
@Entity
@IdClass(Change.Key.class)
public class Change extends PanacheEntityBase {

    record Key(UUID conferenceId, long version) {}

    @Id
    private UUID conferenceId;

    @Id
    private long version;

    private String author;
    private String comment;
    private String internalComment;
    private boolean announced;
    private Instant appliedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Operation> operations;

    @JdbcTypeCode(SqlTypes.JSON)
    private Snapshot before;

    @JdbcTypeCode(SqlTypes.JSON)
    private Snapshot after;

    private Integer[] talks;
    private String[] rooms;

    protected Change() {}

    Change(Edit edit, Signature by, List<? extends Operation> operations) {
        var altered = edit.alterations().slots();
        this.conferenceId = edit.schedule().conferenceId();
        this.version = edit.schedule().version();
        this.author = by.author();
        this.comment = by.comment();
        this.internalComment = by.internalComment();
        this.announced = by.announce();
        this.appliedAt = edit.at();
        this.operations = List.copyOf(operations);
        this.before = edit.alterations().before();
        this.after = edit.alterations().after();
        this.talks = altered.stream().map(Slot::number).toArray(Integer[]::new);
        this.rooms = edit.alterations().roomsConcerned().toArray(String[]::new);
    }

    public static Optional<Change> of(UUID conference, long version) {
        return findByIdOptional(new Key(conference, version));
    }

    /** Since when the agenda was public at a version; empty when it was not. */
    public static Optional<Instant> publishedAt(UUID conference, long version) {
        Stream<?> latest = getEntityManager()
                .createNativeQuery("""
                        select version from change where conference_id = :conference and version <= :version
                        and (operations @> '[{"op": "publish"}]' or operations @> '[{"op": "unpublish"}]')
                        order by version desc limit 1""")
                .setParameter("conference", conference)
                .setParameter("version", version)
                .getResultStream();
        return latest.flatMap(found -> of(conference, ((Number) found).longValue()).stream())
                .filter(change -> change.operations.stream().anyMatch(Publish.class::isInstance))
                .map(Change::appliedAt)
                .findFirst();
    }

    /** The newest ones before a version, newest first. */
    public static List<Change> before(UUID conference, long version, int limit) {
        return find("conferenceId = ?1 and version < ?2 order by version desc", conference, version)
                .page(0, limit)
                .list();
    }

    /** The changes that made the versions after one up to another, in that order. */
    static List<Change> between(UUID conference, long from, long to) {
        return list("conferenceId = ?1 and version > ?2 and version <= ?3 order by version", conference, from, to);
    }

    /** The changes after a version that altered one of these talks, or something in one of these rooms, in order. */
    static List<Change> since(UUID conference, long version, Collection<Integer> talks, Collection<String> rooms) {
        return list(
                "conferenceId = ?1 and version > ?2 and (array_intersects(talks, ?3) or array_intersects(rooms, ?4))"
                        + " order by version",
                conference,
                version,
                talks.toArray(Integer[]::new),
                rooms.toArray(String[]::new));
    }

    List<Change> laterOnTheSame() {
        return since(conferenceId, version, List.of(talks), List.of(rooms));
    }

    /** What the catalog did, and publication, are undone where they were done. */
    boolean isRevertible() {
        return !operations.isEmpty() && operations.stream().allMatch(Operation::isRevertible);
    }

    public long version() {
        return version;
    }

    public String author() {
        return author;
    }

    public String comment() {
        return comment;
    }

    /** For those who organise only. */
    public String internalComment() {
        return internalComment;
    }

    public boolean announced() {
        return announced;
    }

    public Instant appliedAt() {
        return appliedAt;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** How many talks it altered. */
    public int talks() {
        return talks.length;
    }

    /** What it altered. */
    public Span span() {
        return Span.of(conferenceId, List.of(this));
    }

    Snapshot before() {
        return before;
    }

    Snapshot after() {
        return after;
    }
}
