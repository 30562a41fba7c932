package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.replica.ConferenceDeleted;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Forgets who was to be told what, and who was told what, of a conference that is deleted. Runs in the transaction that
 * takes in its deletion and holds its touches, so no evaluation is under way.
 */
@ApplicationScoped
class Erasure {

    private static final List<String> FORGET = List.of(
            "delete from briefing where conference_id = :conference",
            "delete from answers_due where conference_id = :conference",
            "delete from organizer where conference_id = :conference",
            // One that is locked belongs to an evaluation that waits for this transaction, and then finds nothing to
            // evaluate.
            """
            delete from touch where appearance_id in (
                select appearance_id from touch where conference_id = :conference for update skip locked)""");

    private final EntityManager entities;

    Erasure(EntityManager entities) {
        this.entities = entities;
    }

    /** Forgets what one person was told, and how. The caller holds the notices. */
    void erase(Briefing briefing) {
        Notice.forgetAllOf(briefing.id());
        entities.createNativeQuery("delete from briefing where id = :briefing")
                .setParameter("briefing", briefing.id())
                .executeUpdate();
    }

    void erase(@Observes @Priority(ConferenceDeleted.AFTER_NOTICES) ConferenceDeleted deleted) {
        FORGET.forEach(statement -> entities.createNativeQuery(statement)
                .setParameter("conference", deleted.conference())
                .executeUpdate());
    }
}
