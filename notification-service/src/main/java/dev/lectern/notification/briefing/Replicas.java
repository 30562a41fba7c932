package dev.lectern.notification.briefing;

import dev.lectern.chassis.replica.Identities;
import dev.lectern.notification.briefing.BriefingFacts.People;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.replica.Address;
import dev.lectern.notification.replica.Appearance;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.FormerPresenter;
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
        Map<UUID, Appearance> appearances,
        Map<UUID, Slot> slots,
        Map<UUID, Presenter> presenters,
        Map<UUID, Address> addresses,
        Map<String, String> badAddresses,
        Identities identities) {

    static Replicas about(UUID conference, List<Briefing> briefings) {
        var ids = ids(briefings, Briefing::appearanceId);
        var appearances = Appearance.<Appearance>list("id in ?1", ids);
        var named = named(briefings, appearances);
        var identities = FormerPresenter.identities(named);
        var people = named.stream().map(identities::traced).toList();
        List<Address> addresses = Address.list("id in ?1", people);
        return new Replicas(
                Conference.findById(conference),
                byId(appearances, Appearance::id),
                byId(Slot.list("appearanceId in ?1", ids), Slot::appearanceId),
                byId(Presenter.list("id in ?1", people), Presenter::id),
                byId(addresses, Address::id),
                BadAddresses.among(
                        conference,
                        addresses.stream()
                                .flatMap(address -> Stream.ofNullable(address.email()))
                                .toList()),
                identities);
    }

    /** Whom they are for, and whoever is or was in what they are about. */
    private static Set<UUID> named(List<Briefing> briefings, Collection<Appearance> appearances) {
        var readers = briefings.stream().map(Briefing::presenterId);
        var listed = appearances.stream()
                .flatMap(appearance -> appearance.presenters().stream())
                .map(Listed::id);
        var told = briefings.stream()
                .flatMap(briefing -> Stream.ofNullable(briefing.told()))
                .flatMap(facts -> facts.presenters().stream())
                .map(Facts.Person::id);
        return Stream.of(readers, listed, told).flatMap(ids -> ids).collect(Collectors.toSet());
    }

    BriefingFacts of(Briefing briefing) {
        var appearance = appearances.get(briefing.appearanceId());
        var reader = identities.traced(briefing.presenterId());
        var listed = listed(appearance);
        return new BriefingFacts(
                conference,
                appearance,
                slots.get(briefing.appearanceId()),
                presenters.get(reader),
                addresses.get(reader),
                people(appearance, listed),
                others(listed, reader),
                badAddresses,
                identities);
    }

    /**
     * The names by the ids of today, each once, where it is listed first; who is listed by that very id is named so.
     */
    private Map<UUID, String> listed(Appearance appearance) {
        var names = new LinkedHashMap<UUID, String>();
        Stream.ofNullable(appearance)
                .flatMap(known -> known.presenters().stream())
                .forEach(listed -> identities
                        .today(listed.id())
                        .ifPresent(id -> names.merge(
                                id, listed.name(), (before, name) -> id.equals(listed.id()) ? name : before)));
        return names;
    }

    /** The names of chairs are their own only. */
    private People people(Appearance appearance, Map<UUID, String> listed) {
        var known = listed.entrySet().stream()
                .flatMap(one -> appearance.isSession()
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
