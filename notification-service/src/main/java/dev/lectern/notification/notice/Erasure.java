package dev.lectern.notification.notice;

import dev.lectern.notification.replica.ConferenceDeleted;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.PresenterChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Forgets the notices of a conference that is deleted, or to somebody who is erased, and how they were delivered. One that
 * is being handed over goes too: its outcome is then nobody's.
 */
@ApplicationScoped
class Erasure {

    private static final List<String> FORGET = List.of(
            "delete from delivery where notice_id in (select id from notice where conference_id = :conference)",
            "delete from notice where conference_id = :conference");

    private static final List<String> FORGET_WHO_IS_ERASED =
            List.of("""
            delete from delivery where notice_id in (
                select id from notice where presenter_id = any (:presenters) and briefing_id is null)""", "delete from notice where presenter_id = any (:presenters) and briefing_id is null");

    private final EntityManager entities;

    Erasure(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Of who was erased no mail is left; those about their talks and sessions go with the briefings. One that is being
     * handed over goes too.
     */
    void erase(@Observes PresenterChanged changed) {
        var erased = changed.presenters().stream()
                .filter(FormerPresenter.identities(changed.presenters())::isErased)
                .toArray(UUID[]::new);
        if (erased.length > 0) {
            entities.createNativeQuery("""
                            select id from notice where presenter_id = any (:presenters) and briefing_id is null
                            order by seq for update""").setParameter("presenters", erased).getResultList();
            FORGET_WHO_IS_ERASED.forEach(statement -> entities.createNativeQuery(statement)
                    .setParameter("presenters", erased)
                    .executeUpdate());
        }
    }

    /** An attempt that is just being claimed is waited for, and its delivery found. */
    void erase(@Observes @Priority(ConferenceDeleted.NOTICES) ConferenceDeleted deleted) {
        entities.createNativeQuery("select id from notice where conference_id = :conference order by seq for update")
                .setParameter("conference", deleted.conference())
                .getResultList();
        FORGET.forEach(statement -> entities.createNativeQuery(statement)
                .setParameter("conference", deleted.conference())
                .executeUpdate());
    }
}
