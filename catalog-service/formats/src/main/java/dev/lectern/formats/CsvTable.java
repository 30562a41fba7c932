package dev.lectern.formats;

import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.problem.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A table of contributions, as spreadsheets save it: the first line names the columns, in any order. Those that are not known are reported.
 * UTF-8, or Windows-1252 where it is not that.
 */
final class CsvTable {

    private static final int MOST_LINES = 100_001;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** What a spreadsheet would take for a formula is written with an apostrophe before it. */
    private static final Pattern SHIELDED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    enum Column {
        NUMBER,
        CODE,
        TITLE,
        TYPE,
        TRACK,
        DURATION,
        SESSION,
        ROOM,
        START,
        PRESENTERS,
        ABSTRACT;

        /** What else people, and Indico, call them. */
        private static final Map<String, Column> SYNONYMS = Map.ofEntries(
                Map.entry("id", NUMBER),
                Map.entry("contribution id", NUMBER),
                Map.entry("#", NUMBER),
                Map.entry("guid", CODE),
                Map.entry("external id", CODE),
                Map.entry("minutes", DURATION),
                Map.entry("duration (minutes)", DURATION),
                Map.entry("session classification", SESSION),
                Map.entry("location", ROOM),
                Map.entry("start date", START),
                Map.entry("starts at", START),
                Map.entry("presenter", PRESENTERS),
                Map.entry("speaker", PRESENTERS),
                Map.entry("speakers", PRESENTERS),
                Map.entry("description", ABSTRACT));

        /** Null for none of these. */
        static Column named(String name) {
            var folded = name.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(column -> column.title().equals(folded))
                    .findFirst()
                    .orElseGet(() -> SYNONYMS.get(folded));
        }

        /** As a header has it. */
        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<Fault> faults = new ArrayList<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final HashSet<String> seen = new HashSet<>();

    private CsvTable() {}

    /** @throws dev.lectern.chassis.problem.Refused 400 {@code invalid-file} with all lines that cannot be used */
    static ContributionReport read(byte[] file) {
        return new CsvTable().read(CsvLine.read(text(file), MOST_LINES));
    }

    private static String text(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return TextFile.read(file);
        } catch (CharacterCodingException e) {
            return TextFile.read(new String(file, WINDOWS_1252).getBytes(StandardCharsets.UTF_8));
        }
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
            var name = header.cells().get(index);
            var column = Column.named(name);
            if (column == null && !name.isBlank()) {
                notUnderstood.add(new NotUnderstood(header.number(), name.strip(), "unknown column"));
            } else if (column != null && columns.putIfAbsent(column, index) != null) {
                throw new InvalidReport(header.number(), "The column " + column.title() + " is there twice");
            }
        }
        if (!columns.containsKey(Column.TITLE)) {
            throw new InvalidReport(header.number(), "The first line names the columns, title among them");
        }
    }

    /** Told by its number where there is one, else by its code, else by its title. */
    private ReportedContribution contribution(CsvLine line) {
        var title = cell(Column.TITLE, line);
        var number = cell(Column.NUMBER, line);
        var code = cell(Column.CODE, line);
        require(line, title != null, "There is no title");
        require(line, number == null || NUMBER.matcher(number).matches(), "A number is whole, from 1 to 999999999");
        var externalId = number != null ? null : code != null ? code : TitleAsId.of(title == null ? "" : title);
        require(line, seen.add(number + " " + externalId), "The same number, code or title is in an earlier line");
        var duration = cell(Column.DURATION, line);
        var minutes = FrabSchedule.minutes(duration);
        require(line, duration == null || minutes != null, "A duration is in minutes, or like 1:30");
        return new ReportedContribution(
                number != null && NUMBER.matcher(number).matches() ? Integer.valueOf(number) : null,
                externalId,
                line.number(),
                title,
                exactly(Column.ABSTRACT, line),
                new Classification(
                        code,
                        cell(Column.TYPE, line),
                        cell(Column.TRACK, line),
                        cell(Column.SESSION, line),
                        null,
                        List.of()),
                minutes,
                null,
                People.presenting(ReportedPerson.parseList(exactly(Column.PRESENTERS, line))),
                List.of(),
                List.of(),
                new Placement(cell(Column.ROOM, line), When.of(cell(Column.START, line), null, null)));
    }

    private void require(CsvLine line, boolean right, String detail) {
        if (!right) {
            faults.add(Fault.inLine(line.number(), detail));
        }
    }

    /** Null for an empty one. */
    private String cell(Column column, CsvLine line) {
        return FrabSchedule.orNull(exactly(column, line));
    }

    private String exactly(Column column, CsvLine line) {
        var index = columns.get(column);
        var cell = index == null || index >= line.cells().size()
                ? ""
                : line.cells().get(index);
        return SHIELDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
