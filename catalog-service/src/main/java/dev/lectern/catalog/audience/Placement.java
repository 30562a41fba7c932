package dev.lectern.catalog.audience;

import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Where a talk or a session stands, as the schedule last told. */
@Entity
@Immutable
class Placement extends PanacheEntityBase {

    record Row(
            UUID id,
            UUID conferenceId,
            long revision,
            boolean isScheduled,
            String roomSlug,
            String sessionTitle,
            List<UUID> chairs) {}

    private static final Replica<Row> REPLICA = new Replica<>("placement", Row.class);

    /** Ids are those of contributions for talks, and their own for sessions. */
    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private boolean isScheduled;

    private String roomSlug;
    private String sessionTitle;
    private List<UUID> chairs;

    protected Placement() {}

    static void store(List<Row> rows) {
        REPLICA.store(rows);
    }

    /** Some of which a restored schedule knows nothing, as it would tell of them: nowhere, and with this revision. */
    static List<Row> gone(long revision, String condition, int most) {
        return REPLICA.below(revision, "is_scheduled and " + condition, most).stream()
                .map(row -> new Row(row.id, row.conferenceId, revision, false, null, row.sessionTitle, List.of()))
                .toList();
    }

    static List<Placement> ofConference(UUID conference) {
        return list("conferenceId = ?1 and isScheduled", conference);
    }

    static List<Placement> among(Collection<UUID> ids) {
        return list("id in ?1 and isScheduled", ids);
    }

    UUID id() {
        return id;
    }

    boolean isSession() {
        return sessionTitle != null;
    }

    String roomSlug() {
        return roomSlug;
    }

    String sessionTitle() {
        return sessionTitle;
    }

    List<UUID> chairs() {
        return chairs;
    }
}
