package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.Schedule;
import dev.lectern.schedule.timetable.Snapshot;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One accepted edit. Written once, and altered only to forget who made it, when its conference is deleted.
 * {@code talks} and {@code rooms} are the contribution numbers and slugs of what it altered and of the rooms where that
 * was: what another change may not have touched.
 */
@Entity
@IdClass(Change.Key.class)
public class Change {

    /** What tells a change from all others. */
    public record Key(UUID conferenceId, long version) {}

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

    /** The change that made the version that the schedule has now. */
    Change(
            Schedule schedule,
            Signature by,
            Instant at,
            List<? extends Operation> operations,
            Snapshot before,
            Snapshot after,
            Collection<String> rooms) {
        this.conferenceId = schedule.conferenceId();
        this.version = schedule.version();
        this.author = by.author();
        this.comment = by.comment();
        this.internalComment = by.internalComment();
        this.announced = by.announce();
        this.appliedAt = at;
        this.operations = List.copyOf(operations);
        this.before = before;
        this.after = after;
        this.talks = after.slots().keySet().toArray(Integer[]::new);
        this.rooms = rooms.toArray(String[]::new);
    }

    /** The last one of a schedule, which is forgotten with its conference. */
    public static Change ofErasure(Schedule schedule, Instant at) {
        return new Change(
                schedule, Signature.of(null, false), at, List.of(), Snapshot.empty(), Snapshot.empty(), List.of());
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

    /** The numbers of the talks that it altered. */
    public List<Integer> talks() {
        return List.of(talks);
    }

    /** The slugs of the rooms in which something that it altered was or came to be. */
    public List<String> rooms() {
        return List.of(rooms);
    }

    public Snapshot before() {
        return before;
    }

    public Snapshot after() {
        return after;
    }
}
