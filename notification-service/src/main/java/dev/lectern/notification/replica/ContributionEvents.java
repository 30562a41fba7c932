package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Keeps the replica of contributions. */
@ApplicationScoped
class ContributionEvents implements EventHandler<ContributionEvent> {

    private final Touches touches;
    private final Event<ContributionChanged> changed;

    ContributionEvents(Touches touches, Event<ContributionChanged> changed) {
        this.touches = touches;
        this.changed = changed;
    }

    @Override
    public String topic() {
        return "lectern.catalog.contribution.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.contribution.v1";
    }

    @Override
    public Class<ContributionEvent> event() {
        return ContributionEvent.class;
    }

    @Override
    public void lock(List<ContributionEvent> events) {
        touches.contributions(events);
    }

    private static Identities identities(ContributionEvent told) {
        told.presenters()
                .forEach(listed -> FormerPresenter.merged(told.conferenceId(), listed.mergedIds(), listed.id()));
        FormerPresenter.erased(told.conferenceId(), told.erasedPresenters());
        return Identities.of(told.presenters().stream().map(Listed::id).toList());
    }

    @Override
    public void accept(ContributionEvent told) {
        var identities = identities(told);
        var event = Conference.isDeleted(told.conferenceId()) ? told.erased() : told.without(identities);
        var announcedBefore = Contribution.announcedRevision(event.id());
        if (Contribution.store(event)) {
            changed.fire(ContributionChanged.by(event, identities, announcedBefore));
        }
    }
}
