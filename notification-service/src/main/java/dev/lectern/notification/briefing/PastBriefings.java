package dev.lectern.notification.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The briefings that the topics' past opened. Nobody is told of it: all of them count as told. */
@ApplicationScoped
public class PastBriefings {

    private static final int AT_ONCE = 500;

    private final EntityManager entities;

    PastBriefings(EntityManager entities) {
        this.entities = entities;
    }

    /** Runs in a transaction, before anything is evaluated. */
    public void takeAllForTold() {
        for (UUID conference : conferences()) {
            takeForTold(conference);
        }
        entities.createNativeQuery("delete from touch").executeUpdate();
    }

    private List<UUID> conferences() {
        return entities.createQuery("select distinct conferenceId from Briefing", UUID.class)
                .getResultList();
    }

    private void takeForTold(UUID conference) {
        var page = Briefing.after(0, conference, AT_ONCE);
        while (!page.isEmpty()) {
            takeForTold(conference, page);
            page = Briefing.after(page.get(page.size() - 1).seq(), conference, AT_ONCE);
        }
    }

    private void takeForTold(UUID conference, List<Briefing> page) {
        var replicas = Replicas.about(conference, page);
        for (var briefing : page) {
            briefing.takeForTold(replicas.of(briefing));
            briefing.evaluated(replicas.of(briefing));
        }
        entities.flush();
        entities.clear();
    }
}
