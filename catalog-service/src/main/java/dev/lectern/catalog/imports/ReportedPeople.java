package dev.lectern.catalog.imports;

import dev.lectern.catalog.imports.ImportReport.Outcome;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.catalog.presenter.Presenter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out who the people of a report are. Name and affiliation together are one person; where only the affiliation differs, and one known
 * person alone bears the name, they have moved. In doubt two people stay two.
 */
final class ReportedPeople {

    private record Key(String name, String affiliation) {

        static Key of(PersonName name) {
            return new Key(name.displayed(), name.affiliation());
        }
    }

    private final UUID conference;
    private final List<Presenter> known;
    private final Set<Presenter> taken = new HashSet<>();
    private final Map<Key, PersonName> reported = new LinkedHashMap<>();
    private final Map<Key, Presenter> found = new LinkedHashMap<>();
    private final Map<Presenter, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Presenter> renamed = new ArrayList<>();

    ReportedPeople(UUID conference, List<ReportedContribution> contributions) {
        this.conference = conference;
        this.known = Presenter.ofConference(conference);
        contributions.stream()
                .flatMap(contribution -> contribution.presenters().stream())
                .map(ReportedPeople::name)
                .forEach(name -> reported.merge(Key.of(name), name, ReportedPeople::withAnyHonorific));
    }

    /** Finds, updates or creates the presenter of every reported person. */
    void resolve() {
        reported.keySet().forEach(key -> exactly(key).ifPresent(presenter -> take(key, presenter)));
        reported.keySet().stream()
                .filter(key -> !found.containsKey(key))
                .toList()
                .forEach(key -> byNameAlone(key).ifPresent(presenter -> take(key, presenter)));
        found.forEach((key, presenter) -> update(presenter, reported.get(key)));
        reported.forEach((key, name) -> found.computeIfAbsent(key, missing -> create(name)));
    }

    List<UUID> ids(ReportedContribution contribution) {
        return contribution.presenters().stream()
                .map(person -> found.get(Key.of(name(person))).id())
                .distinct()
                .toList();
    }

    Map<Presenter, Outcome> outcomes() {
        return outcomes;
    }

    /** The presenters whose public part is another one now. */
    List<Presenter> renamed() {
        return renamed;
    }

    private Optional<Presenter> exactly(Key key) {
        return known.stream()
                .filter(presenter -> presenter.imported() != null
                        && Key.of(presenter.imported()).equals(key))
                .findFirst()
                .or(() -> known.stream()
                        .filter(presenter -> Key.of(presenter.name()).equals(key))
                        .findFirst())
                .filter(presenter -> !taken.contains(presenter));
    }

    private Optional<Presenter> byNameAlone(Key key) {
        var namesakes = reported.keySet().stream()
                .filter(other -> other.name().equals(key.name()))
                .count();
        var candidates = known.stream()
                .filter(presenter -> !taken.contains(presenter))
                .filter(presenter -> bears(key.name(), presenter))
                .toList();
        return namesakes == 1 && candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static boolean bears(String name, Presenter presenter) {
        return presenter.name().displayed().equals(name)
                || (presenter.imported() != null
                        && presenter.imported().displayed().equals(name));
    }

    private void take(Key key, Presenter presenter) {
        found.put(key, presenter);
        taken.add(presenter);
    }

    private void update(Presenter presenter, PersonName name) {
        var before = Key.of(presenter.name());
        outcomes.put(presenter, presenter.update(name) ? Outcome.UPDATED : Outcome.UNCHANGED);
        if (!before.equals(Key.of(presenter.name()))) {
            renamed.add(presenter);
        }
    }

    private Presenter create(PersonName name) {
        var presenter = Presenter.imported(conference, name);
        presenter.persist();
        outcomes.put(presenter, Outcome.CREATED);
        return presenter;
    }

    private static PersonName name(ReportedPerson person) {
        return new PersonName(person.honorific(), person.familyName(), person.givenNames(), person.affiliation());
    }

    private static PersonName withAnyHonorific(PersonName one, PersonName other) {
        return one.honorific() == null ? other : one;
    }
}
