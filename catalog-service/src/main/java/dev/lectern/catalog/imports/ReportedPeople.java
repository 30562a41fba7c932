package dev.lectern.catalog.imports;

import dev.lectern.catalog.imports.ImportReport.Outcome;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.catalog.presenter.PresenterAlias;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.formats.ReportedPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out who the people of a file are. One whom it calls something is who was called that before, whatever the name. Of the others name and
 * affiliation together are one person; where only the affiliation differs, and one known person alone bears the name, they have moved. In doubt
 * two people stay two. Whatever files call somebody who was merged into another presenter means that one, and changes nothing of them.
 */
final class ReportedPeople {

    private record Key(String externalId, String name, String affiliation) {

        static Key of(PersonName name) {
            return new Key(null, name.displayed(), name.affiliation());
        }

        /** One whom the file calls something is that one, whatever the name. */
        static Key of(ReportedPerson person) {
            return person.externalId() == null
                    ? of(ReportedPeople.name(person))
                    : new Key(person.externalId(), null, null);
        }

        boolean hasId() {
            return externalId != null;
        }
    }

    private final UUID conference;
    private final List<Presenter> known;
    private final Map<String, Presenter> byExternalId;
    private final Map<Key, Presenter> aliases = new HashMap<>();
    private final Set<Presenter> taken = new HashSet<>();
    private final Map<Key, PersonName> reported = new LinkedHashMap<>();
    private final Map<Key, Presenter> found = new LinkedHashMap<>();
    private final Map<Presenter, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Presenter> renamed = new ArrayList<>();

    ReportedPeople(UUID conference, List<ReportedContribution> contributions) {
        this.conference = conference;
        this.known = Presenter.ofConference(conference);
        this.byExternalId = known.stream()
                .filter(presenter -> presenter.externalId() != null)
                .collect(Collectors.toMap(Presenter::externalId, Function.identity()));
        PresenterAlias.ofConference(conference).forEach(this::add);
        contributions.stream()
                .flatMap(contribution -> contribution.people().presenters().stream())
                .forEach(person -> reported.merge(Key.of(person), name(person), ReportedPeople::withAnyHonorific));
    }

    private void add(PresenterAlias alias) {
        var presenter = known.stream()
                .filter(one -> one.id().equals(alias.presenter()))
                .findFirst()
                .orElseThrow();
        if (alias.externalId() != null) {
            aliases.put(new Key(alias.externalId(), null, null), presenter);
        }
        if (alias.imported() != null) {
            aliases.put(Key.of(alias.imported()), presenter);
        }
    }

    /** Finds, updates or creates the presenter of every reported person. */
    void resolve() {
        aliases.keySet().retainAll(reported.keySet());
        found.putAll(aliases);
        reported.keySet().stream()
                .filter(Key::hasId)
                .forEach(key -> Optional.ofNullable(byExternalId.get(key.externalId()))
                        .ifPresent(presenter -> take(key, presenter)));
        missing()
                .forEach(key ->
                        (key.hasId() ? adopted(key) : exactly(key)).ifPresent(presenter -> take(key, presenter)));
        missing().stream().filter(key -> !key.hasId()).forEach(this::findAsListed);
        missing().stream()
                .filter(key -> !key.hasId())
                .forEach(key -> byNameAlone(key).ifPresent(presenter -> take(key, presenter)));
        found.forEach((key, presenter) -> {
            if (!aliases.containsKey(key)) {
                update(presenter, reported.get(key));
            }
        });
        aliases.values().forEach(presenter -> outcomes.putIfAbsent(presenter, Outcome.UNCHANGED));
        reported.forEach((key, name) -> found.computeIfAbsent(key, missing -> create(missing, name)));
    }

    /** A name may have commas and parentheses of its own: who is listed like this is the one, and keeps the name. */
    private void findAsListed(Key key) {
        var listed = reported.get(key).listed();
        known.stream()
                .filter(presenter -> !taken.contains(presenter))
                .filter(presenter -> presenter.name().listed().equals(listed))
                .findFirst()
                .ifPresent(presenter -> {
                    reported.put(key, presenter.name());
                    take(key, presenter);
                });
    }

    private List<Key> missing() {
        return reported.keySet().stream().filter(key -> !found.containsKey(key)).toList();
    }

    /** The one known person of that name and affiliation, whom no file has called anything yet; the file must have no other such. */
    private Optional<Presenter> adopted(Key key) {
        var named = Key.of(reported.get(key));
        var namesakes =
                reported.values().stream().map(Key::of).filter(named::equals).count();
        var candidates = known.stream()
                .filter(presenter -> presenter.externalId() == null && !taken.contains(presenter))
                .filter(presenter -> Key.of(presenter.name()).equals(named))
                .toList();
        if (namesakes != 1 || candidates.size() != 1) {
            return Optional.empty();
        }
        candidates.get(0).beKnownAs(key.externalId(), reported.get(key));
        return Optional.of(candidates.get(0));
    }

    List<UUID> ids(ReportedContribution contribution) {
        return contribution.people().presenters().stream()
                .map(person -> found.get(Key.of(person)).id())
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

    private Presenter create(Key key, PersonName name) {
        var presenter = Presenter.imported(conference, key.externalId(), name);
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
