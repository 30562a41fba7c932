package dev.lectern.formats;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is in a cell that holds several things. Where it has several lines, or ends with one, each line is one thing.
 */
final class CsvCell {

    /** What a spreadsheet would take for a formula is written with an apostrophe before it. */
    private static final Pattern SHIELDED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final Pattern AND = Pattern.compile(" and ");
    private static final Pattern NEXT_ADDRESS = Pattern.compile(",\\s+(?=https?://)");

    private CsvCell() {}

    static String unshielded(String cell) {
        return SHIELDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** No cell has more of them than there are separators, and one. */
    static int mostParts(String cell) {
        return 1
                + Math.toIntExact(cell.chars()
                                .filter(letter -> letter == ';'
                                        || letter == ','
                                        || letter == '&'
                                        || letter == '\n'
                                        || letter == '\r')
                                .count()
                        + AND.matcher(cell).results().count());
    }

    private static boolean hasLines(String cell) {
        return cell.indexOf('\n') >= 0;
    }

    private static List<String> parts(Stream<String> cells) {
        return cells.map(String::strip).filter(Predicate.not(String::isEmpty)).toList();
    }

    /** {@code Éloïse DUPONT (Liège), John SMITH}, as Indico's own tables have people. */
    static List<ReportedPerson> peopleOfIndico(String cell) {
        return ReportedPerson.parseList(cell, ',');
    }

    /** Separated by semicolons, else by commas. */
    static List<String> tags(String cell) {
        if (hasLines(cell)) {
            return parts(cell.lines());
        }
        return parts(Stream.of(cell.split(cell.indexOf(';') >= 0 ? ";" : ",")));
    }

    /** Each an address, and a title behind it. */
    static List<Link> links(String cell) {
        return parts(hasLines(cell) ? cell.lines() : NEXT_ADDRESS.splitAsStream(cell)).stream()
                .map(link -> link.split("\\s+", 2))
                .map(link -> new Link(link[0], link.length == 1 ? null : link[1]))
                .toList();
    }
}
