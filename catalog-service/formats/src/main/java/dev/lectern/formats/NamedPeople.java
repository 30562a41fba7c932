package dev.lectern.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Who is named in a text that people wrote: one in each line, or joined by semicolons, by "and", or by commas, which
 * may also stand between the family name and the others.
 */
final class NamedPeople {

    private static final Pattern AND = Pattern.compile(",? (?:and|&) ");
    private static final Pattern AFFILIATION = Pattern.compile("\\(.*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Between commas, two for each person. */
    private static final int MOST_PARTS = 2 * ReportedPerson.MOST_IN_A_LIST;

    private final List<ReportedPerson> people = new ArrayList<>();
    private final List<NotUnderstood> doubts = new ArrayList<>();
    private final int line;

    private NamedPeople(int line) {
        this.line = line;
    }

    /** @param line in which they are, from 1 */
    static NamedPeople in(String text, int line) {
        var found = new NamedPeople(line);
        if (text.indexOf('\n') >= 0) {
            text.lines()
                    .filter(name -> !name.isBlank())
                    .limit(ReportedPerson.MOST_IN_A_LIST)
                    .map(ReportedPerson::parse)
                    .forEach(found.people::add);
        } else if (outside(text).indexOf(';') >= 0) {
            found.people.addAll(ReportedPerson.parseList(text));
        } else {
            found.readJoined(text);
        }
        return found;
    }

    List<ReportedPerson> people() {
        return people;
    }

    /** How that was read which could mean something else. */
    List<NotUnderstood> doubts() {
        return doubts;
    }

    /** The text with what is in parentheses made blank, letter by letter. */
    private static String outside(String text) {
        var outside = new StringBuilder(text.length());
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            depth = Math.max(0, depth + (letter == '(' ? 1 : 0));
            outside.append(depth > 0 ? '_' : letter);
            depth = Math.max(0, depth - (letter == ')' ? 1 : 0));
        }
        return outside.toString();
    }

    private void readJoined(String text) {
        var and = AND.matcher(outside(text));
        var from = 0;
        var isJoined = false;
        while (people.size() < ReportedPerson.MOST_IN_A_LIST && and.find()) {
            readWithCommas(text.substring(from, and.start()));
            from = and.end();
            isJoined = true;
        }
        if (people.size() < ReportedPerson.MOST_IN_A_LIST) {
            readWithCommas(text.substring(from));
        }
        if (isJoined && people.stream().anyMatch(person -> words(person.raw()) == 1)) {
            doubt(text, "read as " + people.size() + " people, since \"and\" is between them");
        }
    }

    private void readWithCommas(String text) {
        var parts = parts(text);
        if (parts.size() < 2) {
            parts.forEach(part -> people.add(ReportedPerson.parse(part)));
        } else if (parts.size() == 2) {
            readTwo(text, parts.get(0), parts.get(1));
        } else {
            readMany(text, parts);
        }
    }

    private static List<String> parts(String text) {
        var outside = outside(text);
        var parts = new ArrayList<String>();
        var from = 0;
        for (var comma = outside.indexOf(',');
                comma >= 0 && parts.size() < MOST_PARTS;
                comma = outside.indexOf(',', from)) {
            parts.add(text.substring(from, comma).strip());
            from = comma + 1;
        }
        if (parts.size() < MOST_PARTS) {
            parts.add(text.substring(from).strip());
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private void readTwo(String text, String first, String second) {
        var isAffiliated = first.endsWith(")");
        if (isAffiliated || (words(first) > 1 && words(second) > 1 && !isInCapitals(first))) {
            people.add(ReportedPerson.parse(first));
            people.add(ReportedPerson.parse(second));
            return;
        }
        people.add(ReportedPerson.parse(first + ", " + second));
        if (!isInCapitals(first) && words(first) + words(second) > 2) {
            doubt(text, "read as one person with the family name first; it could be two");
        }
    }

    private void readMany(String text, List<String> parts) {
        var isEven = parts.size() % 2 == 0;
        var isInPairs =
                isEven && IntStream.range(0, parts.size()).allMatch(i -> isInCapitals(parts.get(i)) == (i % 2 == 0));
        if (isInPairs) {
            readPairs(parts);
        } else if (parts.stream().allMatch(part -> words(part) > 1 || part.endsWith(")"))) {
            parts.forEach(part -> people.add(ReportedPerson.parse(part)));
        } else if (isEven && parts.stream().allMatch(part -> words(part) == 1)) {
            readPairs(parts);
            doubt(text, "read as " + parts.size() / 2 + " people, each with the family name first");
        } else {
            parts.forEach(part -> people.add(ReportedPerson.parse(part)));
            doubt(text, "read as " + parts.size() + " people, one between two commas");
        }
    }

    private void readPairs(List<String> parts) {
        for (var i = 0; i < parts.size(); i += 2) {
            people.add(ReportedPerson.parse(parts.get(i) + ", " + parts.get(i + 1)));
        }
    }

    private static int words(String name) {
        var plain = AFFILIATION.matcher(name).replaceFirst("").strip();
        return plain.isEmpty() ? 0 : SPACES.split(plain, 3).length;
    }

    /** As family names are where they come first. An initial is no such name. */
    private static boolean isInCapitals(String name) {
        var letters = name.codePoints().filter(Character::isLetter).toArray();
        return letters.length > 1 && IntStream.of(letters).noneMatch(Character::isLowerCase);
    }

    private void doubt(String text, String reading) {
        doubts.add(NotUnderstood.in(line, text.strip(), reading));
    }
}
