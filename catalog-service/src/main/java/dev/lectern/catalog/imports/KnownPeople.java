package dev.lectern.catalog.imports;

import dev.lectern.catalog.presenter.ImportedPerson;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.catalog.presenter.PresenterAlias;
import dev.lectern.formats.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The presenters of a conference, as a file may mean them: by ids, addresses and names, those that people gave them and
 * those of earlier files.
 */
final class KnownPeople {

    private final Origin origin;
    private final Map<UUID, Presenter> byId = new LinkedHashMap<>();
    private final Map<UUID, Presenter> byMergedId = new HashMap<>();
    private final Map<PersonKey, Presenter> aliases = new HashMap<>();
    private final Map<Presenter, Set<String>> names = new HashMap<>();
    private final Map<Object, Set<Presenter>> byTrait = new HashMap<>();
    private final Set<Presenter> taken = new HashSet<>();

    /** How a trait is told from one of another kind that is written the same. */
    private record Trait(String kind, Object value) {}

    KnownPeople(UUID conference, List<Presenter> presenters, Origin origin) {
        this.origin = origin;
        presenters.forEach(this::add);
        PresenterAlias.ofConference(conference).forEach(this::add);
    }

    private void add(Presenter presenter) {
        byId.put(presenter.id(), presenter);
        presenter.mergedIds().forEach(id -> byMergedId.put(id, presenter));
        presenter.saidInFiles().stream()
                .filter(said -> said.id() != null && origin.isOf(said.source()))
                .forEach(said -> note("called", said.id(), presenter));
        if (presenter.email() != null) {
            note("address", FilePeople.folded(presenter.email()), presenter);
        }
        note("listed", presenter.name().listed(), presenter);
        presenter.saidInFiles().forEach(said -> note("in files", PersonKey.of(said.name()), presenter));
        note("here", PersonKey.of(presenter.name()), presenter);
        names(presenter).forEach(name -> {
            noteName(presenter, name);
            note("exactly", PersonKey.of(name), presenter);
            note("name", name.displayed(), presenter);
            note("spelling", Spelling.of(name), presenter);
            note("spelling of the name", Spelling.of(name).name(), presenter);
        });
    }

    private void noteName(Presenter presenter, PersonName name) {
        names.computeIfAbsent(presenter, any -> new LinkedHashSet<>()).add(name.displayed());
    }

    /** Whether the names have a word in common with any that the presenter has or had, here or in files. */
    boolean couldBe(Presenter presenter, PersonName name) {
        return presenter.name().displayed().equals(name.displayed())
                || names.get(presenter).stream().anyMatch(one -> Likeness.shareAWord(one, name.displayed()));
    }

    /** The name that a presenter has, and those that files gave them. */
    private static Stream<PersonName> names(Presenter presenter) {
        return Stream.concat(
                Stream.of(presenter.name()), presenter.saidInFiles().stream().map(ImportedPerson.Said::name));
    }

    private void note(String kind, Object value, Presenter presenter) {
        byTrait.computeIfAbsent(new Trait(kind, value), any -> new LinkedHashSet<>())
                .add(presenter);
    }

    private void add(PresenterAlias alias) {
        var presenter = byId.get(alias.presenter());
        if (alias.externalId(origin) != null) {
            aliases.put(PersonKey.ofId(alias.externalId(origin)), presenter);
        }
        if (alias.imported() != null) {
            noteName(presenter, alias.imported());
            aliases.put(PersonKey.of(alias.imported()), presenter);
        }
    }

    void take(Presenter presenter) {
        taken.add(presenter);
    }

    /** Into whom one was merged whom files call so. */
    Optional<Presenter> merged(PersonKey key) {
        return Optional.ofNullable(aliases.get(key));
    }

    Optional<Presenter> withId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The presenter whom Lectern's own files call so, by an id of today or of before a merge. */
    Optional<Presenter> ours(UUID id) {
        return Optional.ofNullable(byId.getOrDefault(id, byMergedId.get(id)));
    }

    /** The presenters whom files of this source call so, and whom no one in the file is yet. */
    List<Presenter> freeCalled(String externalId) {
        return free("called", externalId);
    }

    /** All of the conference, as they were before the file. */
    Collection<Presenter> all() {
        return byId.values();
    }

    /** All of exactly this name and affiliation, here or in files. */
    List<Presenter> exactly(PersonName name) {
        return List.copyOf(byTrait.getOrDefault(new Trait("exactly", PersonKey.of(name)), Set.of()));
    }

    /**
     * The presenters of this name whom no one in the file is yet: those called so in files, else those called so here.
     */
    List<Presenter> freeExactly(PersonName name) {
        var inFiles = free("in files", PersonKey.of(name));
        return inFiles.isEmpty() ? free("here", PersonKey.of(name)) : inFiles;
    }

    List<Presenter> freeReachedAt(String address) {
        return free("address", FilePeople.folded(address));
    }

    List<Presenter> freeListed(String listed) {
        return free("listed", listed);
    }

    List<Presenter> freeSpelled(Spelling spelling) {
        return free("spelling", spelling);
    }

    List<Presenter> freeNamed(String displayed) {
        return free("name", displayed);
    }

    List<Presenter> freeNamedLike(Spelling spelling) {
        return free("spelling of the name", spelling.name());
    }

    private List<Presenter> free(String kind, Object value) {
        var found = new ArrayList<>(byTrait.getOrDefault(new Trait(kind, value), Set.of()));
        found.removeAll(taken);
        return found;
    }
}
