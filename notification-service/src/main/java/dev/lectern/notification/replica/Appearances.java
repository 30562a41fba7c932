package dev.lectern.notification.replica;

import dev.lectern.chassis.replica.Identities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the replica of what presenters appear in, whichever event tells of it. */
@ApplicationScoped
class Appearances {

    private final Event<StatesArriving> arriving;
    private final Event<AppearanceChanged> changed;

    Appearances(Event<StatesArriving> arriving, Event<AppearanceChanged> changed) {
        this.arriving = arriving;
        this.changed = changed;
    }

    void lock(List<AppearanceState> states) {
        var gone = Conference.deletedAmong(states.stream().map(AppearanceState::conferenceId));
        var stored =
                Appearance.revisions(states.stream().map(AppearanceState::id).toList());
        arriving.fire(StatesArriving.ofAppearances(states.stream()
                .filter(state -> !gone.contains(state.conferenceId()))
                .filter(state -> stored.getOrDefault(state.id(), 0L) < state.revision())
                .collect(Collectors.toMap(AppearanceState::id, AppearanceState::conferenceId, (one, again) -> one))));
    }

    void store(List<AppearanceState> told) {
        var identities = identities(told);
        var gone = Conference.deletedAmong(told.stream().map(AppearanceState::conferenceId));
        var states = told.stream()
                .map(state -> gone.contains(state.conferenceId()) ? state.erased() : state.without(identities))
                .toList();
        var before = Appearance.announced(told.stream().map(AppearanceState::id).toList());
        Appearance.store(states, before)
                .forEach(state -> changed.fire(AppearanceChanged.by(state, identities, before.get(state.id()))));
    }

    private static Identities identities(List<AppearanceState> told) {
        told.forEach(state -> state.presenters()
                .forEach(listed -> FormerPresenter.merged(state.conferenceId(), listed.mergedIds(), listed.id())));
        return FormerPresenter.identities(told.stream()
                .flatMap(state -> state.presenters().stream())
                .map(Listed::id)
                .toList());
    }
}
