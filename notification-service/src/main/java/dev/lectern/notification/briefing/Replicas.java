package dev.lectern.notification.briefing;

import dev.lectern.notification.briefing.BriefingFacts.People;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.replica.Address;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.Contribution;
import dev.lectern.notification.replica.Identities;
import dev.lectern.notification.replica.Listed;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.replica.Slot;
import java.util.Collection;
import java.util.LinkedHashMap;
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
        Map<UUID, Presenter> presenters,
        Map<UUID, Address> addresses,
        Identities identities) {

    static Replicas about(UUID conference, List<Briefing> briefings) {
        var ids = ids(briefings, Briefing::contributionId);
        var contributions = Contribution.<Contribution>list("id in ?1", ids);
        var named = named(briefings, contributions);
        var identities = Identities.of(named);
        var people = named.stream().map(identities::traced).toList();
        return new Replicas(
                Conference.findById(conference),
                byId(contributions, Contribution::id),
                byId(Slot.list("contributionId in ?1", ids), Slot::contributionId),
                byId(Presenter.list("id in ?1", people), Presenter::id),
                byId(Address.list("id in ?1", people), Address::id),
                identities);
    }

    /** Whom they are for, and whoever is or was in what they are about. */
    private static Set<UUID> named(List<Briefing> briefings, Collection<Contribution> contributions) {
        var readers = briefings.stream().map(Briefing::presenterId);
        var listed = contributions.stream()
                .flatMap(contribution -> contribution.presenters().stream())
                .map(Listed::id);
        var told = briefings.stream()
                .flatMap(briefing -> Stream.ofNullable(briefing.told()))
                .flatMap(facts -> facts.presenters().stream())
                .map(Facts.Person::id);
        return Stream.of(readers, listed, told).flatMap(ids -> ids).collect(Collectors.toSet());
    }

    BriefingFacts of(Briefing briefing) {
        var contribution = contributions.get(briefing.contributionId());
        var reader = identities.traced(briefing.presenterId());
        var listed = listed(contribution);
        return new BriefingFacts(
                conference,
                contribution,
                slots.get(briefing.contributionId()),
                presenters.get(reader),
                addresses.get(reader),
                people(contribution, listed),
                others(listed, reader),
                identities);
    }

    /**
     * The names by the ids of today, each once, where it is listed first; who is listed by that very id is named so.
     */
    private Map<UUID, String> listed(Contribution contribution) {
        var names = new LinkedHashMap<UUID, String>();
        Stream.ofNullable(contribution)
                .flatMap(known -> known.presenters().stream())
                .forEach(listed -> identities
                        .today(listed.id())
                        .ifPresent(id -> names.merge(
                                id, listed.name(), (before, name) -> id.equals(listed.id()) ? name : before)));
        return names;
    }

    /** The names of chairs are their own only. */
    private People people(Contribution contribution, Map<UUID, String> listed) {
        var known = listed.entrySet().stream()
                .flatMap(one -> contribution.isSession()
                        ? Stream.ofNullable(presenters.get(one.getKey()))
                                .map(chair -> new Facts.Person(chair.id(), chair.name()))
                        : Stream.of(new Facts.Person(one.getKey(), one.getValue())))
                .toList();
        return new People(known, known.size() == listed.size());
    }

    private Set<String> others(Map<UUID, String> listed, UUID reader) {
        return listed.keySet().stream()
                .filter(id -> !id.equals(reader))
                .flatMap(id -> Stream.ofNullable(addresses.get(id)))
                .flatMap(other -> Stream.ofNullable(other.email()))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> ids(List<Briefing> briefings, Function<Briefing, UUID> id) {
        return briefings.stream().map(id).collect(Collectors.toSet());
    }

    private static <E> Map<UUID, E> byId(Collection<E> found, Function<E, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
