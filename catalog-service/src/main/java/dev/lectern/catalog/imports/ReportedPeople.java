package dev.lectern.catalog.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.imports.ImportReport.Doubt;
import dev.lectern.catalog.imports.ImportReport.Doubt.Merge;
import dev.lectern.catalog.imports.ImportReport.Outcome;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.formats.ReportedContribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out who the people of a file are. One who was exported from here is who has that id, of whom the file says no
 * more than is known. One whom it calls something is whom files of its source called that before,
 * if the names have anything in common: an id may be given to somebody else. Else it is the one known person with the
 * address, if the names have anything in common; else the one with name and affiliation, to the letter or but for case,
 * accents and spaces; where only the affiliation differs, and one known person alone bears the name, they have moved.
 * In doubt two people stay two, and that is said. Whatever files call somebody who was merged into another presenter
 * means that one, and changes nothing of them.
 */
final class ReportedPeople {

    private final Conference conference;
    private final Origin origin;
    private final FilePeople file;
    private final KnownPeople known;
    private final Map<PersonKey, Presenter> found = new LinkedHashMap<>();
    private final Set<PersonKey> unchanged = new HashSet<>();
    private final Map<PersonKey, PersonName> betterNames = new HashMap<>();
    private final Map<Presenter, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Presenter> renamed = new ArrayList<>();
    private final Map<PersonKey, Presenter> others = new HashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Namesakes namesakes;
    private Map<String, Long> addresses;
    private Map<Spelling, Long> spellings;
    private Map<String, Long> names;

    ReportedPeople(Conference conference, Origin origin, FilePeople file, KnownPeople known) {
        this.conference = conference;
        this.origin = origin;
        this.file = file;
        this.known = known;
        this.namesakes = new Namesakes(known.all());
        file.read(known);
    }

    /** Finds, updates or creates the presenter of every reported person. */
    void resolve() {
        addresses = count(person -> person.email() == null ? null : FilePeople.folded(person.email()));
        spellings = count(FilePerson::spelling);
        names = count(person -> person.spelling().name());
        findUnchanged(person -> person.ownId().flatMap(known::ours));
        findUnchanged(person -> known.merged(person.key()));
        find(person -> known.withId(person.key().known()));
        find(this::called);
        find(this::byAddress);
        find(this::exactly);
        find(this::asListed);
        find(this::spelled);
        find(this::moved);
        file.all().stream().filter(this::isFound).forEach(this::update);
        file.all().stream().filter(person -> !isFound(person)).toList().forEach(this::create);
    }

    /** Who is called the same, where files that did not tell them apart called several so. */
    private Optional<Presenter> called(FilePerson person) {
        if (!person.hasId()) {
            return Optional.empty();
        }
        var candidates = known.freeCalled(person.key().externalId());
        var found = candidates.stream()
                .filter(presenter -> known.couldBe(presenter, person.name()))
                .max(Comparator.comparing((Presenter presenter) -> Spelling.of(presenter.name())
                        .name()
                        .equals(person.spelling().name())));
        if (found.isEmpty()) {
            candidates.stream().findFirst().ifPresent(presenter -> others.put(person.key(), presenter));
        }
        return found;
    }

    private <T> Map<T, Long> count(Function<FilePerson, T> trait) {
        return file.all().stream().filter(person -> trait.apply(person) != null).collect(groupingBy(trait, counting()));
    }

    private boolean isFound(FilePerson person) {
        return found.containsKey(person.key());
    }

    /** Those of whom the file changes nothing, as long as the names have anything in common. */
    private void findUnchanged(Function<FilePerson, Optional<Presenter>> rule) {
        for (var person : file.all()) {
            rule.apply(person)
                    .filter(presenter -> !isFound(person) && known.couldBe(presenter, person.name()))
                    .ifPresent(presenter -> {
                        found.put(person.key(), presenter);
                        unchanged.add(person.key());
                    });
        }
    }

    private void find(Function<FilePerson, Optional<Presenter>> rule) {
        for (var person : file.all()) {
            if (!isFound(person)) {
                rule.apply(person).ifPresent(presenter -> {
                    found.put(person.key(), presenter);
                    known.take(presenter);
                });
            }
        }
    }

    private Optional<Presenter> byAddress(FilePerson person) {
        var isShared = person.email() == null || addresses.get(FilePeople.folded(person.email())) > 1;
        return isShared
                ? Optional.empty()
                : only(known.freeReachedAt(person.email()))
                        .filter(presenter -> Spelling.of(presenter.name()).sharesAWordWith(person.spelling()))
                        .map(presenter -> asEntered(person, presenter));
    }

    private Optional<Presenter> exactly(FilePerson person) {
        return adoptable(person, known.freeExactly(person.name()));
    }

    private Optional<Presenter> spelled(FilePerson person) {
        return adoptable(person, known.freeSpelled(person.spelling())).map(presenter -> asEntered(person, presenter));
    }

    /**
     * A person with an id is none whom files call something else, and not one of two in the file who are called the
     * same.
     */
    private Optional<Presenter> adoptable(FilePerson person, List<Presenter> candidates) {
        if (person.hasId() && spellings.get(person.spelling()) > 1) {
            return Optional.empty();
        }
        return only(candidates).filter(presenter -> !person.hasId() || presenter.externalId(origin) == null);
    }

    /** Whom a person entered and no file has named yet keeps the name that the person chose. */
    private Presenter asEntered(FilePerson person, Presenter presenter) {
        if (presenter.saidInFiles().isEmpty()) {
            presenter.beKnownAs(origin, person.key().externalId(), person.name());
        }
        return presenter;
    }

    /** A name may have commas and parentheses of its own: who is listed like this is the one, and keeps the name. */
    private Optional<Presenter> asListed(FilePerson person) {
        if (person.hasId()) {
            return Optional.empty();
        }
        var listed = only(known.freeListed(person.name().listed()));
        listed.ifPresent(presenter -> betterNames.put(person.key(), presenter.name()));
        return listed;
    }

    /** To another affiliation: who presents the same contribution already, or of whom one side says none. */
    private Optional<Presenter> moved(FilePerson person) {
        return person.hasId() || names.get(person.spelling().name()) > 1
                ? Optional.empty()
                : only(known.freeNamed(person.name().displayed()))
                        .filter(presenter -> person.beside().contains(presenter.id())
                                || person.name().affiliation() == null
                                || presenter.name().affiliation() == null);
    }

    private static Optional<Presenter> only(List<Presenter> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private void update(FilePerson person) {
        var presenter = found.get(person.key());
        if (unchanged.contains(person.key())) {
            outcomes.putIfAbsent(presenter, Outcome.UNCHANGED);
            return;
        }
        var before = presenter.name();
        var name = betterNames.getOrDefault(person.key(), person.name());
        outcomes.put(
                presenter,
                presenter.update(origin, person.key().externalId(), name, person.email())
                        ? Outcome.UPDATED
                        : Outcome.UNCHANGED);
        if (!before.displayed().equals(presenter.name().displayed())
                || !Objects.equals(before.affiliation(), presenter.name().affiliation())) {
            renamed.add(presenter);
        }
    }

    private void create(FilePerson person) {
        var presenter =
                Presenter.imported(conference.id(), origin, person.key().externalId(), person.name(), person.email());
        doubt(person, presenter).ifPresent(doubts::add);
        presenter.persist();
        namesakes.add(presenter);
        found.put(person.key(), presenter);
        outcomes.put(presenter, Outcome.CREATED);
    }

    /** Why a new one might be somebody who is known. */
    private Optional<Doubt> doubt(FilePerson person, Presenter created) {
        var other = others.get(person.key());
        if (other != null) {
            return Optional.of(person.doubt(
                    "has the id of " + other.name().listed() + ", who is called otherwise; a new one was made"));
        }
        var known = this.known.freeNamedLike(person.spelling());
        if (known.size() > 1) {
            return Optional.of(
                    person.doubt("could be any of " + known.size() + " known people of that name; a new one was made"));
        }
        if (known.size() == 1) {
            return Optional.of(couldBe(person, known.get(0), created));
        }
        return namesakes
                .alike(person.name().displayed())
                .map(namesake -> couldBe(person, namesake, created))
                .or(() -> person.email() == null
                                || this.known.freeReachedAt(person.email()).isEmpty()
                        ? Optional.empty()
                        : Optional.of(person.doubt(
                                "has the address of somebody known who is called otherwise; a new one was made")));
    }

    private Doubt couldBe(FilePerson person, Presenter other, Presenter created) {
        var isKnown = !outcomes.getOrDefault(other, Outcome.UNCHANGED).equals(Outcome.CREATED);
        return person.doubt(
                "could be " + other.name().listed() + (isKnown ? ", who is known" : ", who is in the file too")
                        + "; a new one was made",
                Merge.of(conference.slug(), other.id(), created.id()));
    }

    List<UUID> ids(ReportedContribution contribution) {
        return contribution.people().presenters().stream()
                .map(person -> found.get(file.key(contribution, person, known)).id())
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

    /** By line. */
    List<Doubt> doubts() {
        return Stream.concat(doubts.stream(), file.doubts().stream())
                .sorted(Comparator.comparingInt(Doubt::line))
                .toList();
    }
}
