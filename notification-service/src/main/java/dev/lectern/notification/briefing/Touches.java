package dev.lectern.notification.briefing;

import dev.lectern.notification.replica.StatesArriving;
import dev.lectern.notification.replica.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Which appearances something happened to. Whoever changes what an evaluation reads takes these rows first, all at
 * once and ordered by id: so nothing changes while an appearance is evaluated, and nobody waits in a circle.
 */
@ApplicationScoped
class Touches {

    private static final String INSERT = "insert into touch (appearance_id, conference_id, first_at, last_at) ";
    private static final String OR_AGAIN =
            " on conflict (appearance_id) do update set last_at = greatest(touch.last_at, excluded.last_at)";

    private final EntityManager entities;
    private final Event<Touched> touched;

    Touches(EntityManager entities, Event<Touched> touched) {
        this.entities = entities;
        this.touched = touched;
    }

    void touch(@Observes StatesArriving arriving) {
        if (!arriving.appearances().isEmpty()) {
            touch(arriving.appearances());
        }
        if (!arriving.presenters().isEmpty() || !arriving.conferences().isEmpty()) {
            touchBriefed(arriving.presenters(), arriving.conferences());
        }
        touched.fire(new Touched());
    }

    private void touch(Map<UUID, UUID> appearances) {
        var sql = """
                select appearance, conference, now(), now()
                from unnest(:appearances, :conferences) as arriving (appearance, conference) order by appearance""";
        entities.createNativeQuery(INSERT + sql + OR_AGAIN)
                .setParameter("appearances", array(appearances.keySet()))
                .setParameter(
                        "conferences",
                        appearances.keySet().stream().map(appearances::get).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** All appearances that these presenters are or were briefed on, and all of these conferences. */
    private void touchBriefed(Collection<UUID> presenters, Collection<UUID> conferences) {
        var sql = """
                select distinct appearance_id, conference_id, now(), now() from briefing
                where presenter_id = any (:presenters) or conference_id = any (:conferences) order by appearance_id""";
        entities.createNativeQuery(INSERT + sql + OR_AGAIN)
                .setParameter("presenters", array(presenters))
                .setParameter("conferences", array(conferences))
                .executeUpdate();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
