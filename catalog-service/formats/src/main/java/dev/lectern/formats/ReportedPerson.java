package dev.lectern.formats;

import static java.util.regex.Pattern.DOTALL;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person as Indico prints one: {@code Prof. SEOANE, Beatriz (Paris-Saclay University)}. All but the family name may be null;
 * {@code externalId} is by which other formats tell people apart.
 */
public record ReportedPerson(
        String externalId, String honorific, String familyName, String givenNames, String affiliation) {
    // The titles that Indico offers; the dots after the others are how people write them.
    private static final Pattern NAME =
            Pattern.compile("(?:((?:Mr|Ms|Mrs|Dr|Prof|Mx)\\.?) )?([^,]*)(?:,(.*))?", DOTALL);

    /** One whom the file tells from others by name and affiliation. */
    ReportedPerson(String honorific, String familyName, String givenNames, String affiliation) {
        this(null, honorific, familyName, givenNames, affiliation);
    }

    /** People are joined by semicolons; one inside parentheses belongs to an affiliation, as in {@code (MIT; IAIFI)}. */
    static List<ReportedPerson> parseList(String people) {
        var found = new ArrayList<ReportedPerson>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i < people.length(); i++) {
            var c = people.charAt(i);
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (c == ';' && depth == 0) {
                add(people.substring(from, i), found);
                from = i + 1;
            }
        }
        add(people.substring(from), found);
        return List.copyOf(found);
    }

    private static void add(String person, List<ReportedPerson> found) {
        if (!person.isBlank()) {
            found.add(parse(person));
        }
    }

    /** Never fails: a text without a family name is taken whole for one, so that it is seen and not lost. */
    static ReportedPerson parse(String text) {
        var person = text.strip();
        var open = affiliationStart(person);
        var name = NAME.matcher(person.substring(0, open).strip());
        if (!name.matches() || name.group(2).isBlank()) {
            return new ReportedPerson(null, person, null, null);
        }
        var affiliation = open == person.length() ? null : person.substring(open + 1, person.length() - 1);
        return new ReportedPerson(name.group(1), name.group(2).strip(), orNull(name.group(3)), orNull(affiliation));
    }

    /** Where the last parenthesis at the outermost level opens, if it closes at the end; else the end. */
    private static int affiliationStart(String person) {
        var depth = 0;
        for (var i = person.length() - 1; person.endsWith(")") && i >= 0; i--) {
            var c = person.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return person.length();
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
