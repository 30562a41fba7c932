package dev.lectern.notification.briefing;

import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.Contribution;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.replica.Slot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the replicas hold about some briefings of one conference, read once for all of them. */
record Replicas(
        Conference conference,
        Map<UUID, Contribution> contributions,
        Map<UUID, Slot> slots,
        Map<UUID, Presenter> presenters) {

    static Replicas about(UUID conference, List<Briefing> briefings) {
        var contributions = ids(briefings, Briefing::contributionId);
        return new Replicas(
                Conference.findById(conference),
                byId(Contribution.list("id in ?1", contributions), Contribution::id),
                byId(Slot.list("contributionId in ?1", contributions), Slot::contributionId),
                byId(Presenter.list("id in ?1", ids(briefings, Briefing::presenterId)), Presenter::id));
    }

    Surroundings of(Briefing briefing) {
        return new Surroundings(
                conference,
                contributions.get(briefing.contributionId()),
                slots.get(briefing.contributionId()),
                presenters.get(briefing.presenterId()));
    }

    private static Set<UUID> ids(List<Briefing> briefings, Function<Briefing, UUID> id) {
        return briefings.stream().map(id).collect(Collectors.toSet());
    }

    private static <E> Map<UUID, E> byId(Collection<E> found, Function<E, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
