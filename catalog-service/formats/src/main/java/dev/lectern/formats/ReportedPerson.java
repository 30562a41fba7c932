package dev.lectern.formats;

import static java.util.regex.Pattern.DOTALL;

import dev.lectern.chassis.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person as Indico prints one: {@code Prof. SEOANE, Beatriz (Paris-Saclay University)}. All but the family name and
 * {@code raw} may be null.
 *
 * @param externalId by which other formats tell people apart
 * @param raw the person as the file has it in one text, or as Indico would print what the file has in parts
 */
public record ReportedPerson(
        String externalId,
        String honorific,
        String familyName,
        String givenNames,
        String affiliation,
        String email,
        String raw) {
    /** Whoever comes later in a list is not read: a contribution takes fewer. */
    static final int MOST_IN_A_LIST = 1_000;

    // The titles that Indico offers; the dots after the others are how people write them.
    private static final Pattern NAME =
            Pattern.compile("(?:((?:Mr|Ms|Mrs|Dr|Prof|Mx)\\.?) )?([^,]*)(?:,(.*))?", DOTALL);

    /** One whom the file tells from others by name and affiliation, and has in parts. */
    ReportedPerson(String honorific, String familyName, String givenNames, String affiliation) {
        this(
                null,
                honorific,
                familyName,
                givenNames,
                affiliation,
                null,
                listed(honorific, familyName, givenNames, affiliation));
    }

    /** One who has a name that nobody could take apart. */
    ReportedPerson(String externalId, String name, String email) {
        this(externalId, null, name, null, null, email, name);
    }

    /** This person with that id, which may be null. */
    ReportedPerson known(String id) {
        return new ReportedPerson(id, honorific, familyName, givenNames, affiliation, email, raw);
    }

    /** This person with that address, which may be null. */
    ReportedPerson reachedAt(String address) {
        return new ReportedPerson(externalId, honorific, familyName, givenNames, affiliation, address, raw);
    }

    /**
     * The id in Lectern that somebody may have been exported with.
     *
     * @param externalId null for none; empty is answered for what is none of ours
     */
    public static Optional<UUID> ownId(String externalId) {
        return OwnId.of(externalId);
    }

    /** This person, where what the file calls them does not tell them from others. */
    ReportedPerson calledOnlyByName() {
        return new ReportedPerson(null, honorific, familyName, givenNames, affiliation, email, raw);
    }

    /** The names, as they are spoken. */
    public String displayed() {
        return givenNames == null ? familyName : givenNames + " " + familyName;
    }

    private static String listed(String honorific, String familyName, String givenNames, String affiliation) {
        var name = givenNames == null ? familyName : familyName + ", " + givenNames;
        return Stream.of(honorific, name, affiliation == null ? null : "(" + affiliation + ")")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /**
     * A person in such a way that {@link #parseList} finds the same parts: as listed where that does it, else with what
     * parts them escaped.
     *
     * @param listed as people read it
     */
    public static String written(
            String honorific, String familyName, String givenNames, String affiliation, String listed) {
        var plain = ReportEscape.value(listed);
        var person = new ReportedPerson(null, honorific, familyName, givenNames, affiliation, null, listed);
        return parseList(plain).equals(List.of(person))
                ? plain
                : listed(honorific, escaped(familyName), escaped(givenNames), escaped(affiliation));
    }

    private static String escaped(String part) {
        return part == null ? null : ReportEscape.name(part);
    }

    /**
     * People are joined by semicolons; one inside parentheses belongs to an affiliation, as in {@code (MIT; IAIFI)}.
     */
    static List<ReportedPerson> parseList(String people) {
        return parseList(people, ';');
    }

    /** The people in a list that something else than a semicolon joins. */
    static List<ReportedPerson> parseList(String people, char separator) {
        var found = new ArrayList<ReportedPerson>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i < people.length() && found.size() < MOST_IN_A_LIST; i++) {
            var c = people.charAt(i);
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (c == separator && depth == 0) {
                add(people.substring(from, i), found);
                from = i + 1;
            }
        }
        if (found.size() < MOST_IN_A_LIST) {
            add(people.substring(from), found);
        }
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
            return new ReportedPerson(null, ReportEscape.undo(person), null);
        }
        var affiliation = open == person.length() ? null : person.substring(open + 1, person.length() - 1);
        return new ReportedPerson(
                null,
                name.group(1),
                ReportEscape.undo(name.group(2).strip()),
                ReportEscape.undo(PlainText.orNull(name.group(3))),
                ReportEscape.undo(PlainText.orNull(affiliation)),
                null,
                ReportEscape.undo(person));
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
}
