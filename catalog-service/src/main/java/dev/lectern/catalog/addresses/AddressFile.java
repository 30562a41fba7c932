package dev.lectern.catalog.addresses;

import dev.lectern.chassis.file.TextFile;
import dev.lectern.chassis.file.UnreadableFile;
import dev.lectern.chassis.file.UnreadableFile.Reason;
import dev.lectern.formats.CsvLine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a table of addresses, and its columns that say nothing here. */
record AddressFile(List<AddressRow> rows, List<String> ignoredColumns) {

    private static final String NUMBER = "number";
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final Set<String> KNOWN = Set.of(NUMBER, NAME, EMAIL);
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 1_000;

    /** @throws UnreadableFile with all lines that cannot be read */
    static AddressFile read(byte[] file) {
        var lines = CsvLine.read(TextFile.read(file));
        if (lines.isEmpty()) {
            throw new UnreadableFile(1, "The file is empty");
        }
        var header = lines.get(0);
        refuse(wrongHeader(header).toList());
        var rows = lines.subList(1, lines.size());
        refuse(rows.stream().flatMap(row -> tooLarge(row, header)).toList());
        var columns = header.cells().stream().map(AddressFile::folded).toList();
        var ignored = header.cells().stream()
                .filter(column -> !column.isEmpty() && !KNOWN.contains(folded(column)))
                .toList();
        return new AddressFile(rows.stream().map(row -> row(row, columns)).toList(), ignored);
    }

    private static Stream<Reason> wrongHeader(CsvLine header) {
        var columns = header.cells().stream()
                .map(AddressFile::folded)
                .filter(KNOWN::contains)
                .toList();
        return Stream.of(
                        fault(header, header.cells().size() > MOST_COLUMNS, "At most " + MOST_COLUMNS + " columns"),
                        fault(header, columns.stream().distinct().count() < columns.size(), "A column is there twice"),
                        fault(
                                header,
                                !columns.contains(EMAIL) || columns.size() < 2,
                                "The first line names the columns: email, and number or name or both"),
                        tooLong(header))
                .flatMap(faults -> faults)
                .limit(1);
    }

    private static Stream<Reason> tooLarge(CsvLine row, CsvLine header) {
        return Stream.concat(
                        fault(
                                row,
                                row.cells().stream().skip(header.cells().size()).anyMatch(cell -> !cell.isEmpty()),
                                "There are more cells than columns; a cell with the separator in it needs quotes"),
                        tooLong(row))
                .limit(1);
    }

    private static Stream<Reason> tooLong(CsvLine line) {
        return fault(
                line,
                line.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL),
                "A cell has at most " + LONGEST_CELL + " characters");
    }

    private static Stream<Reason> fault(CsvLine line, boolean wrong, String detail) {
        return wrong ? Stream.of(new Reason(line.number(), detail)) : Stream.empty();
    }

    private static void refuse(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new UnreadableFile(reasons);
        }
    }

    private static AddressRow row(CsvLine line, List<String> columns) {
        return new AddressRow(
                line.number(), cell(NUMBER, line, columns), cell(NAME, line, columns), cell(EMAIL, line, columns));
    }

    private static String cell(String column, CsvLine line, List<String> columns) {
        var index = columns.indexOf(column);
        return index < 0 || index >= line.cells().size() ? "" : line.cells().get(index);
    }

    private static String folded(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}
