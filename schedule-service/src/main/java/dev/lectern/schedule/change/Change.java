package dev.lectern.schedule.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One accepted edit. Written once, and altered only to forget who made it, when its conference is deleted. */
@Entity
@IdClass(Change.Key.class)
@SuppressWarnings("UnusedVariable") // it is kept for people; nothing reads it yet
class Change extends PanacheEntityBase {

    record Key(UUID conferenceId, long version) {}

    @Id
    private UUID conferenceId;

    @Id
    private long version;

    private String author;
    private String comment;
    private boolean announced;
    private Instant appliedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Operation> operations;

    @JdbcTypeCode(SqlTypes.JSON)
    private Snapshot before;

    @JdbcTypeCode(SqlTypes.JSON)
    private Snapshot after;

    protected Change() {}

    Change(Edit edit, Signature by, List<Operation> operations) {
        this.conferenceId = edit.schedule().conferenceId();
        this.version = edit.schedule().version();
        this.author = by.author();
        this.comment = by.comment();
        this.announced = by.announce();
        this.appliedAt = edit.at();
        this.operations = operations;
        this.before = edit.before();
        this.after = edit.after();
    }
}
