package dev.lectern.notification.replica;

import dev.lectern.chassis.replica.Identities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the replica of what presenters appear in, whichever event tells of it. */
@ApplicationScoped
class Appearances {

    private final Event<StatesArriving> arriving;
    private final Event<Recounted> recounted;
    private final Event<AppearancesChanged> changed;

    Appearances(Event<StatesArriving> arriving, Event<Recounted> recounted, Event<AppearancesChanged> changed) {
        this.arriving = arriving;
        this.recounted = recounted;
        this.changed = changed;
    }

    void lock(List<AppearanceState> states) {
        var gone = Conference.deletedAmong(states.stream().map(AppearanceState::conferenceId));
        var stored =
                Appearance.revisions(states.stream().map(AppearanceState::id).toList());
        arriving.fire(StatesArriving.ofAppearances(states.stream()
                .filter(state -> !state.isAmong(gone))
                .filter(state -> stored.getOrDefault(state.id(), 0L) < state.revision())
                .collect(Collectors.toMap(AppearanceState::id, AppearanceState::conferenceId, (one, again) -> one))));
    }

    void store(List<AppearanceState> told) {
        var identities = identities(told);
        var gone = Conference.deletedAmong(told.stream().map(AppearanceState::conferenceId));
        var states = told.stream()
                .map(state -> state.isAmong(gone) ? state.erased() : state.without(identities))
                .toList();
        var before = Appearance.told(told.stream().map(AppearanceState::id).toList());
        var news = Appearance.store(states, before);
        news.forEach(state -> recount(state, before.get(state.id())));
        changed.fire(AppearancesChanged.by(news, identities, before));
    }

    private void recount(AppearanceState state, Told before) {
        if (before != null && before.isRecountedBy(state.revision(), state.revisionsFrom(), state.changedAt())) {
            recounted.fire(new Recounted(state.id(), false, before.revisionsFrom(), state.revisionsFrom()));
        }
    }

    private static Identities identities(List<AppearanceState> told) {
        // Sessions are the schedule's, which does not say who is a presenter.
        told.stream()
                .filter(state -> state.kind() == Appearance.Kind.TALK)
                .collect(Collectors.groupingBy(AppearanceState::revisionsFrom))
                .forEach((from, talks) -> FormerPresenter.knownAgain(presenters(talks), from));
        told.forEach(state -> state.presenters()
                .forEach(listed -> FormerPresenter.merged(
                        state.conferenceId(), listed.mergedIds(), listed.id(), state.catalogsRevisionsFrom())));
        return FormerPresenter.identities(presenters(told));
    }

    private static List<UUID> presenters(List<AppearanceState> states) {
        return states.stream()
                .flatMap(state -> state.presenters().stream())
                .map(Listed::id)
                .toList();
    }
}
