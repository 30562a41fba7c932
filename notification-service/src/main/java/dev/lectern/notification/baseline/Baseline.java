package dev.lectern.notification.baseline;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Up to which offsets the topics' past reaches. There is one for the whole life of the service. */
@Entity
class Baseline extends PanacheEntityBase {

    @Id
    private boolean singleton = true;

    /** By {@code topic/partition}. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Long> offsets;

    private Instant doneAt;

    protected Baseline() {}

    Baseline(Map<String, Long> offsets) {
        this.offsets = offsets;
    }

    /** Null before the very first start has looked. */
    static Baseline stored() {
        return findById(true);
    }

    static Baseline lock() {
        return findById(true, LockModeType.PESSIMISTIC_WRITE);
    }

    Map<String, Long> offsets() {
        return offsets;
    }

    boolean isDone() {
        return doneAt != null;
    }

    void done(Instant at) {
        doneAt = at;
    }
}
