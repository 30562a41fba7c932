package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ids by which a file tells people apart, as far as they do: one that stands for several names tells nobody, and
 * neither does one that systems write where they have none.
 */
final class PersonIds {

    private static final Pattern ZEROS = Pattern.compile("[0-]+");
    private static final Set<String> NOTHING =
            Set.of("", "-1", "null", "none", "nil", "n/a", "undefined", "unknown", "tba", "tbd", "nan");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Boolean> isOfOne = new HashMap<>();

    private PersonIds(List<ReportedContribution> contributions) {
        contributions.stream()
                .flatMap(contribution -> contribution.people().all())
                .filter(person -> person.externalId() != null)
                .forEach(this::add);
    }

    /** The contributions, with such ids taken off their people. */
    static List<ReportedContribution> checked(List<ReportedContribution> contributions) {
        var ids = new PersonIds(contributions);
        return contributions.stream()
                .map(contribution -> contribution.withPeople(ids::checked))
                .toList();
    }

    /** Whether systems write this where they have no id, a guid of zeros for one. */
    static boolean isPlaceholder(String id) {
        var plain = id.strip().toLowerCase(Locale.ROOT);
        return NOTHING.contains(plain) || ZEROS.matcher(plain).matches();
    }

    private void add(ReportedPerson person) {
        var name = person.displayed();
        var first = names.putIfAbsent(person.externalId(), name);
        isOfOne.merge(person.externalId(), first == null || isOneName(first, name), Boolean::logicalAnd);
    }

    private static boolean isOneName(String one, String other) {
        return one.equals(other)
                || PlainText.bare(one).equals(PlainText.bare(other))
                || Likeness.areSpellingsOfOneName(one, other);
    }

    private ReportedPerson checked(ReportedPerson person) {
        var id = person.externalId();
        return id == null || (!isPlaceholder(id) && isOfOne.get(id)) ? person : person.calledOnlyByName();
    }
}
