package dev.lectern.notification.notice;

import dev.lectern.notification.replica.ConferenceDeleted;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Forgets the notices of a conference that is deleted, and how they were delivered. One that is being handed over goes
 * too: its outcome is then nobody's.
 */
@ApplicationScoped
class Erasure {

    private static final List<String> FORGET = List.of(
            "delete from delivery where notice_id in (select id from notice where conference_id = :conference)",
            "delete from notice where conference_id = :conference");

    private final EntityManager entities;

    Erasure(EntityManager entities) {
        this.entities = entities;
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
