package dev.lectern.notification.briefing;

import dev.lectern.notification.replica.ConferenceDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Forgets who was to be told what, who was told what, and how, of a conference that is deleted. Runs in the transaction that takes in its
 * deletion and holds its touches, so no evaluation is under way. A notice that is being handed over goes too: its outcome is then nobody's.
 */
@ApplicationScoped
class Erasure {

    /** Taken first: an attempt that is just being claimed is waited for, and its delivery found. */
    private static final String LOCK =
            "select id from notice where conference_id = :conference order by seq for update";

    private static final List<String> FORGET = List.of(
            "delete from delivery where notice_id in (select id from notice where conference_id = :conference)",
            "delete from notice where conference_id = :conference",
            "delete from briefing where conference_id = :conference",
            "delete from organizer where conference_id = :conference",
            // One that is locked belongs to an evaluation that waits for this transaction, and then finds nothing to
            // evaluate.
            """
            delete from touch where contribution_id in (
                select contribution_id from touch where conference_id = :conference for update skip locked)""");

    private final EntityManager entities;

    Erasure(EntityManager entities) {
        this.entities = entities;
    }

    /** Forgets what one person was told, and how. The caller holds the notices. */
    void erase(Briefing briefing) {
        for (var statement : List.of(
                "delete from delivery where notice_id in (select id from notice where briefing_id = :briefing)",
                "delete from notice where briefing_id = :briefing",
                "delete from briefing where id = :briefing")) {
            entities.createNativeQuery(statement)
                    .setParameter("briefing", briefing.id())
                    .executeUpdate();
        }
    }

    void erase(@Observes ConferenceDeleted deleted) {
        entities.createNativeQuery(LOCK)
                .setParameter("conference", deleted.conference())
                .getResultList();
        FORGET.forEach(statement -> entities.createNativeQuery(statement)
                .setParameter("conference", deleted.conference())
                .executeUpdate());
    }
}
