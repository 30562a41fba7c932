package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the replica of contributions. */
@ApplicationScoped
class ContributionEvents implements EventHandler<ContributionEvent> {

    private final Event<StatesArriving> arriving;
    private final Event<ContributionChanged> changed;

    ContributionEvents(Event<StatesArriving> arriving, Event<ContributionChanged> changed) {
        this.arriving = arriving;
        this.changed = changed;
    }

    @Override
    public Topic<ContributionEvent> topic() {
        return Topic.of("catalog", "contribution", ContributionEvent.class);
    }

    @Override
    public void lock(List<ContributionEvent> events) {
        var gone = Conference.deletedAmong(events.stream().map(ContributionEvent::conferenceId));
        var stored = Contribution.revisions(
                events.stream().map(ContributionEvent::id).toList());
        arriving.fire(StatesArriving.ofContributions(events.stream()
                .filter(event -> !gone.contains(event.conferenceId()))
                .filter(event -> stored.getOrDefault(event.id(), 0L) < event.revision())
                .collect(Collectors.toMap(
                        ContributionEvent::id, ContributionEvent::conferenceId, (one, again) -> one))));
    }

    @Override
    public void accept(List<ContributionEvent> told) {
        var identities = identities(told);
        var gone = Conference.deletedAmong(told.stream().map(ContributionEvent::conferenceId));
        var events = told.stream()
                .map(event -> gone.contains(event.conferenceId()) ? event.erased() : event.without(identities))
                .toList();
        var before =
                Contribution.announced(told.stream().map(ContributionEvent::id).toList());
        Contribution.store(events, before)
                .forEach(event -> changed.fire(ContributionChanged.by(event, identities, before.get(event.id()))));
    }

    private static Identities identities(List<ContributionEvent> told) {
        told.forEach(event -> {
            event.presenters()
                    .forEach(listed -> FormerPresenter.merged(event.conferenceId(), listed.mergedIds(), listed.id()));
            FormerPresenter.erased(event.conferenceId(), event.erasedPresenters());
        });
        return Identities.of(told.stream()
                .flatMap(event -> event.presenters().stream())
                .map(Listed::id)
                .toList());
    }
}
