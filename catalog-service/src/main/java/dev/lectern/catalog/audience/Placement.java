package dev.lectern.catalog.audience;

import io.quarkus.hibernate.orm.panache.Panache;
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

    static void store(
            UUID id,
            UUID conference,
            long revision,
            boolean isScheduled,
            String roomSlug,
            String sessionTitle,
            List<UUID> chairs) {
        var unused = Panache.getSession()
                .createNativeMutationQuery("""
                        insert into placement as stored
                            (id, conference_id, revision, is_scheduled, room_slug, session_title, chairs)
                        values (?1, ?2, ?3, ?4, cast(?5 as text), cast(?6 as text), ?7)
                        on conflict (id) do update set revision = excluded.revision, is_scheduled = excluded.is_scheduled,
                            room_slug = excluded.room_slug, session_title = excluded.session_title, chairs = excluded.chairs
                        where stored.revision < excluded.revision""")
                .setParameter(1, id)
                .setParameter(2, conference)
                .setParameter(3, revision)
                .setParameter(4, isScheduled)
                .setParameter(5, roomSlug)
                .setParameter(6, sessionTitle)
                .setParameter(7, chairs.toArray(UUID[]::new))
                .executeUpdate();
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
