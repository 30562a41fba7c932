package dev.lectern.catalog.imports;

import dev.lectern.catalog.imports.ImportReport.Doubt;
import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.formats.ReportedPerson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The presenters of a file, each once. Two spellings of one address and one name are one person too. */
final class FilePeople {

    /** An address, and whose it is. */
    private record Reached(String address, String name) {}

    private final ContributionReport report;
    private final Matches contributions;
    private final Function<String, List<String>> faults;
    private final Map<PersonKey, FilePerson> people = new LinkedHashMap<>();
    private final Map<Reached, PersonKey> byAddress = new HashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();

    /** @param faults what is wrong with an address */
    FilePeople(ContributionReport report, Matches contributions, Function<String, List<String>> faults) {
        this.report = report;
        this.contributions = contributions;
        this.faults = faults;
    }

    /**
     * Reads them; of several known people with exactly that name and affiliation, it is who presents the contribution
     * already.
     */
    void read(KnownPeople known) {
        for (var contribution : report.contributions()) {
            for (var person : contribution.people().presenters()) {
                add(contribution, person, known);
            }
        }
    }

    private void add(ReportedContribution contribution, ReportedPerson person, KnownPeople known) {
        var email = address(contribution, person);
        var key = key(contribution, person, known);
        var there = contributions.presenters(contribution);
        people.merge(
                key,
                new FilePerson(key, name(person), email, contribution.line(), person.raw(), there),
                FilePerson::and);
    }

    /** Null for none, and for what is none. */
    private String address(ReportedContribution contribution, ReportedPerson person) {
        if (person.email() == null || faults.apply(person.email()).isEmpty()) {
            return person.email();
        }
        doubts.add(new Doubt(contribution.line(), person.raw(), "what is said to be their address is none"));
        return null;
    }

    /** By which {@link #people} has them. */
    PersonKey key(ReportedContribution contribution, ReportedPerson person, KnownPeople known) {
        if (person.externalId() != null) {
            return PersonKey.ofId(person.externalId());
        }
        var name = name(person);
        var presenters = contributions.presenters(contribution);
        var namesakes = known.exactly(name);
        var there =
                namesakes.stream().filter(one -> presenters.contains(one.id())).toList();
        if (namesakes.size() > 1 && there.size() == 1) {
            return new PersonKey(
                    null, name.displayed(), name.affiliation(), there.get(0).id());
        }
        return person.email() == null
                ? PersonKey.of(name)
                : byAddress.computeIfAbsent(
                        new Reached(folded(person.email()), Spelling.of(name).name()), any -> PersonKey.of(name));
    }

    static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static PersonName name(ReportedPerson person) {
        return new PersonName(person.honorific(), person.familyName(), person.givenNames(), person.affiliation());
    }

    Collection<FilePerson> all() {
        return people.values();
    }

    /** The doubts about people of whom the file says something that cannot be. */
    List<Doubt> doubts() {
        return doubts;
    }
}
