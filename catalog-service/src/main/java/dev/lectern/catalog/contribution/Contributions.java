package dev.lectern.catalog.contribution;

import dev.lectern.catalog.conference.ConferenceDeleted;
import dev.lectern.catalog.presenter.PresenterErased;
import dev.lectern.catalog.presenter.PresenterMerged;
import dev.lectern.catalog.presenter.PresenterRenamed;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Finds contributions, and publishes what became of them. */
@ApplicationScoped
public class Contributions {

    private final Session session;
    private final Outbox outbox;

    Contributions(Session session, Outbox outbox) {
        this.session = session;
        this.outbox = outbox;
    }

    /** The contribution with this number, else 404. */
    Contribution find(UUID conference, int number) {
        return Contribution.numbered(conference, number).orElseThrow(Refused::notFound);
    }

    /** By number, from behind {@code after}; {@code q} is part of the title or abstract, in any case; null filters nothing. */
    List<Contribution> page(UUID conference, String q, String state, UUID presenter, long after, int limit) {
        return session.createNativeQuery("""
                        select * from contribution
                        where conference_id = ?1 and not deleted
                          and (cast(?2 as text) is null or position(lower(?2) in lower(title || ' ' || abstract)) > 0)
                          and (cast(?3 as text) is null or state = ?3)
                          and (cast(?4 as uuid) is null or presenters @> array[cast(?4 as uuid)])
                          and number > ?5
                        order by number limit ?6""", Contribution.class)
                .setParameter(1, conference)
                .setParameter(2, q)
                .setParameter(3, state)
                .setParameter(4, presenter)
                .setParameter(5, after)
                .setParameter(6, limit)
                .getResultList();
    }

    public void publish(Contribution contribution) {
        outbox.append(
                ContributionEvent.TOPIC, ContributionEvent.TYPE, contribution.id(), ContributionEvent.of(contribution));
    }

    /** Those too that were deleted before: their last event names whoever did it. */
    void deleteAll(@Observes ConferenceDeleted conference) {
        var all = Contribution.ever(conference.conference());
        all.forEach(contribution -> contribution.deleteWithConference(conference.at()));
        all.forEach(this::publish);
    }

    void follow(@Observes PresenterMerged merge) {
        var changed = new LinkedHashSet<>(Contribution.follow(merge));
        if (merge.isRenamed()) {
            changed.addAll(Contribution.followRename(merge.into(), changed));
        }
        changed.forEach(this::publish);
    }

    void follow(@Observes PresenterErased erased) {
        Contribution.follow(erased).forEach(this::publish);
    }

    void follow(@Observes PresenterRenamed renamed) {
        Contribution.followRename(renamed.presenter(), Set.of()).forEach(this::publish);
    }
}
