package dev.lectern.formats;

import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.problem.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of contributions, as spreadsheets save it: the first line names the columns, in any order. Those that are not known are reported.
 * Indico's own table of contributions is one.
 */
final class CsvTable {

    private static final int MOST_LINES = ReportFile.MOST_CONTRIBUTIONS + 1;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String FIELD = "field:";

    /** People, tags and links of the whole table. It bounds the memory that a hostile one takes. */
    private static final int MOST_PARTS = 500_000;

    private final Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
    private final Map<Integer, String> fields = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean isOfIndico;
    private int parts;

    private CsvTable() {}

    /** @throws dev.lectern.chassis.problem.Refused 400 {@code invalid-file} with all lines that cannot be used */
    static ContributionReport read(byte[] file) {
        return new CsvTable().read(CsvLine.read(Encoding.text(file), MOST_LINES));
    }

    private ContributionReport read(List<CsvLine> lines) {
        if (lines.isEmpty()) {
            throw new InvalidReport(1, "The file is empty");
        }
        readHeader(lines.get(0));
        var contributions = lines.stream().skip(1).map(this::contribution).toList();
        if (contributions.isEmpty()) {
            throw new InvalidReport(lines.get(0).number(), "There is nothing below the names of the columns");
        }
        if (!faults.isEmpty()) {
            throw TextFile.invalid(faults);
        }
        return new ContributionReport(null, contributions, notUnderstood);
    }

    private void readHeader(CsvLine header) {
        for (var index = 0; index < header.cells().size(); index++) {
            readName(header, header.cells().get(index).strip(), index);
        }
        if (!columns.containsKey(CsvColumn.TITLE)) {
            throw new InvalidReport(header.number(), "The first line names the columns, title among them");
        }
        // No other table has this column.
        isOfIndico = header.cells().stream().anyMatch(name -> name.strip().equalsIgnoreCase("materials"));
    }

    private void readName(CsvLine header, String name, int index) {
        var column = CsvColumn.named(name);
        if (name.toLowerCase(Locale.ROOT).startsWith(FIELD)) {
            fields.put(index, name.substring(FIELD.length()).strip());
        } else if (column == null && !name.isEmpty()) {
            notUnderstood.add(NotUnderstood.in(header.number(), name, "unknown column"));
        } else if (column != null && columns.putIfAbsent(column, index) != null) {
            throw new InvalidReport(header.number(), "The column " + column.title() + " is there twice");
        }
    }

    /** Told by its number where there is one, else by its code, else by its title. */
    private ReportedContribution contribution(CsvLine line) {
        var title = cell(CsvColumn.TITLE, line);
        var number = cell(CsvColumn.NUMBER, line);
        var code = cell(CsvColumn.CODE, line);
        require(line, title != null, "There is no title");
        require(line, number == null || NUMBER.matcher(number).matches(), "A number is whole, from 1 to 999999999");
        var externalId = number != null ? null : code != null ? code : TitleAsId.of(title == null ? "" : title);
        require(line, seen.add(number + " " + externalId), "The same number, code or title is in an earlier line");
        return new ReportedContribution(
                number != null && NUMBER.matcher(number).matches() ? Integer.valueOf(number) : null,
                externalId,
                line.number(),
                title,
                exactly(CsvColumn.ABSTRACT, line),
                new Classification(
                        code,
                        cell(CsvColumn.TYPE, line),
                        cell(CsvColumn.TRACK, line),
                        cell(CsvColumn.SESSION, line),
                        cell(CsvColumn.LANGUAGE, line),
                        CsvCell.tags(parts(CsvColumn.TAGS, line))),
                minutes(line),
                state(line),
                new People(
                        people(CsvColumn.PRESENTERS, line),
                        people(CsvColumn.AUTHORS, line),
                        people(CsvColumn.CO_AUTHORS, line)),
                CsvCell.links(parts(CsvColumn.LINKS, line)),
                fields(line),
                new Placement(cell(CsvColumn.ROOM, line), start(line)));
    }

    private String start(CsvLine line) {
        var moment = cell(CsvColumn.START, line);
        var start = When.of(moment, null, null);
        if (moment != null && start == null) {
            notUnderstood.add(NotUnderstood.in(line.number(), moment, "not a day and a time, as 2027-03-02 10:00"));
        }
        return start;
    }

    private Integer minutes(CsvLine line) {
        var duration = cell(CsvColumn.DURATION, line);
        if (duration == null) {
            return null;
        }
        var inWords = ReportWords.minutes(duration);
        var minutes = inWords > 0 ? Integer.valueOf(inWords) : FrabSchedule.minutes(duration);
        require(line, minutes != null, "A duration is in minutes, or like 1:30");
        return minutes;
    }

    private String state(CsvLine line) {
        var word = cell(CsvColumn.STATE, line);
        var state = StateWord.state(word);
        if (word != null && state == null) {
            notUnderstood.add(NotUnderstood.in(line.number(), word, "not a state that is known"));
        }
        return state;
    }

    private List<ReportedPerson> people(CsvColumn column, CsvLine line) {
        var cell = parts(column, line);
        return isOfIndico ? CsvCell.peopleOfIndico(cell) : CsvCell.people(cell);
    }

    private List<CustomField> fields(CsvLine line) {
        return fields.entrySet().stream()
                .map(field -> new CustomField(field.getValue(), cell(field.getKey(), line)))
                .filter(field -> !field.name().isEmpty() && !field.value().isBlank())
                .toList();
    }

    private void require(CsvLine line, boolean right, String detail) {
        if (!right) {
            faults.add(Fault.inLine(line.number(), detail));
        }
    }

    private String parts(CsvColumn column, CsvLine line) {
        var cell = exactly(column, line);
        parts += cell.isEmpty() ? 0 : CsvCell.mostParts(cell);
        if (parts > MOST_PARTS) {
            throw new InvalidReport(
                    line.number(), "There are more than " + MOST_PARTS + " people, tags and links up to here");
        }
        return cell;
    }

    /** Null for an empty one. */
    private String cell(CsvColumn column, CsvLine line) {
        return FrabSchedule.orNull(exactly(column, line));
    }

    private String exactly(CsvColumn column, CsvLine line) {
        return cell(columns.getOrDefault(column, Integer.MAX_VALUE), line);
    }

    private static String cell(int index, CsvLine line) {
        return index >= line.cells().size()
                ? ""
                : CsvCell.unshielded(line.cells().get(index));
    }
}
