package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.Contribution;
import dev.lectern.notification.replica.Listed;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.replica.Slot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the replicas hold about some briefings of one conference, read once for all of them. */
record Replicas(
        Conference conference,
        Map<UUID, Contribution> contributions,
        Map<UUID, Slot> slots,
        Map<UUID, Presenter> presenters) {

    static Replicas about(UUID conference, List<Briefing> briefings) {
        var ids = ids(briefings, Briefing::contributionId);
        var contributions = Contribution.<Contribution>list("id in ?1", ids);
        return new Replicas(
                Conference.findById(conference),
                byId(contributions, Contribution::id),
                byId(Slot.list("contributionId in ?1", ids), Slot::contributionId),
                byId(Presenter.list("id in ?1", people(briefings, contributions)), Presenter::id));
    }

    /** Whom they are for, and who chairs the sessions that they are about, whose names are nowhere else. */
    private static Set<UUID> people(List<Briefing> briefings, Collection<Contribution> contributions) {
        return Stream.concat(
                        briefings.stream().map(Briefing::presenterId),
                        contributions.stream()
                                .filter(Contribution::isSession)
                                .flatMap(session -> session.presenters().stream())
                                .map(Listed::id))
                .collect(Collectors.toSet());
    }

    Surroundings of(Briefing briefing) {
        return new Surroundings(
                conference,
                contributions.get(briefing.contributionId()),
                slots.get(briefing.contributionId()),
                presenters.get(briefing.presenterId()),
                named(contributions.get(briefing.contributionId())));
    }

    /** Who presents or chairs it, as far as they are known. */
    private List<Facts.Person> named(Contribution contribution) {
        return Stream.ofNullable(contribution)
                .flatMap(known -> known.presenters().stream())
                .flatMap(listed -> contribution.isSession()
                        ? Stream.ofNullable(presenters.get(listed.id()))
                                .map(chair -> new Facts.Person(chair.id(), chair.name()))
                        : Stream.of(new Facts.Person(listed.id(), listed.name())))
                .toList();
    }

    private static Set<UUID> ids(List<Briefing> briefings, Function<Briefing, UUID> id) {
        return briefings.stream().map(id).collect(Collectors.toSet());
    }

    private static <E> Map<UUID, E> byId(Collection<E> found, Function<E, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
