package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps contributions as the talks that they become. */
@ApplicationScoped
class ContributionEvents implements EventHandler<ContributionEvent> {

    private final Appearances appearances;

    ContributionEvents(Appearances appearances) {
        this.appearances = appearances;
    }

    @Override
    public Topic<ContributionEvent> topic() {
        return Topic.of("catalog", "contribution", ContributionEvent.class);
    }

    @Override
    public void lock(List<ContributionEvent> events) {
        appearances.lock(events.stream().map(ContributionEvent::appearance).toList());
    }

    @Override
    public void accept(List<ContributionEvent> told) {
        told.forEach(
                event -> FormerPresenter.erased(event.conferenceId(), event.erasedPresenters(), event.revisionsFrom()));
        appearances.store(told.stream().map(ContributionEvent::appearance).toList());
    }

    @Override
    public List<ContributionEvent> gone(long revision, int most) {
        return Appearance.goneTalks(revision, most);
    }
}
