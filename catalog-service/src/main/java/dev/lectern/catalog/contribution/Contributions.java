package dev.lectern.catalog.contribution;

import dev.lectern.catalog.conference.ConferenceDeleted;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.presenter.PresenterErased;
import dev.lectern.catalog.presenter.PresenterMerged;
import dev.lectern.catalog.presenter.PresenterRenamed;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Finds contributions, and keeps and publishes what became of them. */
@ApplicationScoped
public class Contributions {

    private final Session session;
    private final Outbox outbox;
    private final SearchIndex search;

    Contributions(Session session, Outbox outbox, SearchIndex search) {
        this.session = session;
        this.outbox = outbox;
        this.search = search;
    }

    /** The contribution with this number, else 404. */
    Contribution find(UUID conference, int number) {
        return Contribution.numbered(conference, number)
                .orElseThrow(() -> Refused.notFound("This conference has no contribution " + number));
    }

    /** By number, from behind {@code after}; null filters nothing. */
    List<Contribution> page(UUID conference, String state, UUID presenter, long after, int limit) {
        return session.createNativeQuery("""
                        select * from contribution
                        where conference_id = ?1 and not deleted
                          and (cast(?2 as text) is null or state = ?2)
                          and (cast(?3 as uuid) is null or presenters @> array[cast(?3 as uuid)])
                          and number > ?4
                        order by number limit ?5""", Contribution.class)
                .setParameter(1, conference)
                .setParameter(2, state)
                .setParameter(3, presenter)
                .setParameter(4, after)
                .setParameter(5, limit)
                .getResultList();
    }

    /** Publishes what an edit has changed, and writes it into the history. */
    public void publish(Collection<Contribution> changed, Edit edit) {
        changed.stream()
                .filter(contribution -> !contribution.isDeleted())
                .forEach(contribution -> new HistoryEntry(contribution, edit).persist());
        publish(changed);
    }

    /** Publishes what follows a presenter's name: it is no change of its own, so the history does not have it. */
    public void publish(Collection<Contribution> changed) {
        changed.forEach(this::send);
        search.update(changed.stream().map(Contribution::id).toList());
        HistoryEntry.forget(changed.stream()
                .filter(Contribution::isDeleted)
                .map(Contribution::id)
                .toList());
    }

    /** Sends the present state; the conference is locked. */
    void send(Contribution contribution) {
        outbox.append(
                ContributionEvent.TOPIC, ContributionEvent.TYPE, contribution.id(), ContributionEvent.of(contribution));
    }

    /** Deletes all again, as the last event of what was deleted before names whoever did it. */
    void deleteAll(@Observes ConferenceDeleted conference) {
        var all = Contribution.ever(conference.conference());
        all.forEach(contribution -> contribution.deleteWithConference(conference.at()));
        publish(all);
    }

    void follow(@Observes PresenterMerged merge) {
        var changed = new LinkedHashSet<>(Followers.of(merge));
        var renamed = merge.isRenamed() ? Followers.ofRename(merge.into(), changed) : List.<Contribution>of();
        publish(changed, merge.edit());
        publish(renamed);
    }

    void follow(@Observes PresenterErased erased) {
        var changed = Followers.of(erased);
        HistoryEntry.erase(erased.conference(), erased.name());
        publish(changed, erased.edit());
        // An author has no id: what was to be sent of them is found by their contributions.
        changed.forEach(contribution -> outbox.forgetSuperseded(contribution.id()));
    }

    void follow(@Observes PresenterRenamed renamed) {
        publish(Followers.ofRename(renamed.presenter(), Set.of()));
    }
}
