package dev.lectern.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of contributions, as spreadsheets save it: the first line names the columns, in any order. Those that are not
 * known are reported. Indico's, pretalx' and Sessionize's own tables are among them.
 */
final class CsvTable {

    private static final int MOST_LINES = ReportFile.MOST_CONTRIBUTIONS + 1;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** People, tags and links of the whole table. It bounds the memory that a hostile one takes. */
    private static final int MOST_PARTS = 300_000;

    private static final int MOST_SPEAKERS = 1_000;

    private final CsvHeader header;
    private final boolean needsTitles;
    private final List<ReportedContribution> contributions = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int parts;

    private CsvTable(CsvHeader header, boolean needsTitles) {
        this.header = header;
        this.needsTitles = needsTitles;
        notUnderstood.addAll(header.notUnderstood());
    }

    /**
     * Reads a table.
     *
     * @param needsTitles whether a row without a title is left out
     * @throws InvalidReport if it is none, or no row can be used
     */
    static ContributionReport read(byte[] file, boolean needsTitles) {
        var lines = CsvLine.read(Encoding.text(file), MOST_LINES);
        if (lines.isEmpty()) {
            throw new InvalidReport(1, "The file is empty");
        }
        var rows = lines.subList(1, lines.size());
        var header = new CsvHeader(lines.get(0), rows);
        var number = lines.get(0).number();
        if (!CsvHeader.isHeader(lines.get(0).cells()) && !header.has(CsvColumn.TITLE)) {
            throw new InvalidReport(number, "The first line names the columns, title among them");
        }
        if (needsTitles && !header.has(CsvColumn.TITLE)) {
            throw new InvalidReport(number, "A title is needed: no column has one. The schedule's import needs none");
        }
        if (rows.isEmpty()) {
            throw new InvalidReport(number, "There is nothing below the names of the columns");
        }
        return new CsvTable(header, needsTitles).read(rows);
    }

    private ContributionReport read(List<CsvLine> rows) {
        for (var line : rows) {
            var row = new CsvRow(header, line, notUnderstood::add);
            parts += row.mostParts();
            if (parts > MOST_PARTS) {
                throw new InvalidReport(
                        row.number(), "There are more than " + MOST_PARTS + " people, tags and links up to here");
            }
            read(row);
        }
        if (contributions.isEmpty()) {
            var last = notUnderstood.get(notUnderstood.size() - 1);
            throw new InvalidReport(last.line(), "No row can be used; the last is " + last.reason());
        }
        return new ContributionReport(null, named(), notUnderstood);
    }

    /**
     * The contributions without a number, told by their codes, else by their titles, else by the order of their times.
     */
    private List<ReportedContribution> named() {
        var names = Names.of(contributions.stream()
                        .filter(contribution -> contribution.number() == null)
                        .map(CsvTable::entry)
                        .toList())
                .iterator();
        return contributions.stream()
                .map(contribution -> contribution.number() == null ? named(contribution, names.next()) : contribution)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Names.Entry entry(ReportedContribution row) {
        var title = row.title() == null ? null : TitleAsId.of(row.title());
        return new Names.Entry(Arrays.asList(row.classification().code(), title), row.title(), row.placement());
    }

    private ReportedContribution named(ReportedContribution row, Names.Name name) {
        if (name.id() == null) {
            notUnderstood.add(NotUnderstood.at(row, "left out: the same code or title is in an earlier line"));
            return null;
        }
        if (name.occurrence() > 1) {
            notUnderstood.add(NotUnderstood.at(
                    row,
                    "happens several times in the file; this is number " + name.occurrence()
                            + " in the order of time"));
        }
        return row.called(name.id(), name.others());
    }

    private void read(CsvRow row) {
        var code = row.cell(CsvColumn.CODE);
        var place = header.isOfSpeakers() && code != null ? places.get(code) : null;
        if (place != null && sameTitle(contributions.get(place), row)) {
            var before = contributions.get(place);
            if (before.people().presenters().size() < MOST_SPEAKERS) {
                contributions.set(place, before.presentedAlsoBy(row.people().presenters()));
            }
            return;
        }
        if (isUsable(row)) {
            places.putIfAbsent(code, contributions.size());
            contributions.add(contribution(row));
        }
    }

    private static boolean sameTitle(ReportedContribution before, CsvRow row) {
        var title = row.cell(CsvColumn.TITLE);
        return title == null || title.equals(before.title());
    }

    private boolean isUsable(CsvRow row) {
        var number = row.cell(CsvColumn.NUMBER);
        var problem = needsTitles && row.cell(CsvColumn.TITLE) == null
                ? "left out: there is no title"
                : number != null && !NUMBER.matcher(number).matches()
                        ? "left out: a number is whole, from 1 to 999999999, and not " + number
                        : number == null && externalId(row) == null
                                ? "left out: there is no number, code or title"
                                : number == null || seen.add(number)
                                        ? null
                                        : "left out: the same number is in an earlier line";
        if (problem != null) {
            note(row, problem);
        }
        return problem == null;
    }

    /** Told by its number where there is one, else by its code, else by its title. */
    private static String externalId(CsvRow row) {
        var title = row.cell(CsvColumn.TITLE);
        var number = row.cell(CsvColumn.NUMBER);
        var code = row.cell(CsvColumn.CODE);
        return number != null ? null : code != null ? code : title == null ? null : TitleAsId.of(title);
    }

    private ReportedContribution contribution(CsvRow row) {
        var number = row.cell(CsvColumn.NUMBER);
        var start = row.start();
        var contribution = new ReportedContribution(
                number == null ? null : Integer.valueOf(number),
                externalId(row),
                row.number(),
                row.cell(CsvColumn.TITLE),
                row.abstractText(),
                row.classification(),
                row.minutes(start),
                row.state(),
                row.people(),
                row.links(),
                row.fields(),
                new Placement(row.cell(CsvColumn.ROOM), start));
        row.remarks().forEach(remark -> note(row, remark));
        return contribution;
    }

    private void note(CsvRow row, String reason) {
        var name = row.cell(CsvColumn.TITLE) == null ? row.cell(CsvColumn.NUMBER) : row.cell(CsvColumn.TITLE);
        var orCode = name == null ? row.cell(CsvColumn.CODE) : name;
        notUnderstood.add(NotUnderstood.in(row.number(), orCode == null ? "" : orCode, reason));
    }
}
