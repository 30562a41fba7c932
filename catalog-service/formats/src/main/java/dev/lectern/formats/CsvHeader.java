package dev.lectern.formats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The first line of a table, which says what the columns are. Columns that are not known are reported. */
final class CsvHeader {

    private static final String FIELD = "field:";
    private static final Pattern NUMBER = Pattern.compile("[0-9]*");

    /** Names for a title that could mean something else too, as who gives the talk. */
    private static final int SURE_NAMES = 6;

    private final Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
    private final Map<CsvColumn, Integer> ranks = new EnumMap<>(CsvColumn.class);
    private final Map<Integer, String> fields = new LinkedHashMap<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final boolean isOfIndico;

    /** @param rows below it */
    CsvHeader(CsvLine header, List<CsvLine> rows) {
        for (var index = 0; index < header.cells().size(); index++) {
            read(header, header.cells().get(index).strip(), index);
        }
        // No other table has this column.
        isOfIndico = header.cells().stream().anyMatch(name -> name.strip().equalsIgnoreCase("materials"));
        moveCodes(rows);
    }

    /** The likelier name wins where two columns could be the same; the first column, where they are called alike. */
    private void read(CsvLine header, String name, int index) {
        var column = CsvColumn.named(name);
        if (name.toLowerCase(Locale.ROOT).startsWith(FIELD)) {
            fields.put(index, name.substring(FIELD.length()).strip());
        } else if (column == null && !name.isEmpty()) {
            notUnderstood.add(NotUnderstood.in(header.number(), name, "unknown column"));
        } else if (column != null) {
            var before = columns.get(column);
            var isLess = before != null && ranks.get(column) <= column.rank(name);
            if (before != null) {
                var other = isLess ? name : header.cells().get(before);
                notUnderstood.add(
                        NotUnderstood.in(header.number(), other, "not read: another column is the " + column.title()));
            }
            if (!isLess) {
                columns.put(column, index);
                ranks.put(column, column.rank(name));
            }
        }
    }

    /** What pretalx calls an id has letters; where most are like that they are codes, and no numbers. */
    private void moveCodes(List<CsvLine> rows) {
        var number = columns.get(CsvColumn.NUMBER);
        if (number == null || columns.containsKey(CsvColumn.CODE)) {
            return;
        }
        var codes = rows.stream()
                .filter(row -> !NUMBER.matcher(cell(number, row).strip()).matches())
                .count();
        if (2 * codes > rows.size()) {
            columns.remove(CsvColumn.NUMBER);
            columns.put(CsvColumn.CODE, number);
        }
    }

    /**
     * Whether a line with these cells can be nothing else: it names titles, or what there is to tell talks by and where
     * they are.
     */
    static boolean isHeader(List<String> cells) {
        var names = cells.stream().filter(cell -> CsvColumn.named(cell) != null).toList();
        var known = names.stream().map(CsvColumn::named).toList();
        var isSure = names.stream()
                .anyMatch(name -> CsvColumn.named(name) == CsvColumn.TITLE && CsvColumn.TITLE.rank(name) < SURE_NAMES);
        return cells.size() > 1
                && (isSure || (known.contains(CsvColumn.TITLE) && known.size() > 1) || hasPlaces(known));
    }

    private static boolean hasPlaces(List<CsvColumn> known) {
        return (known.contains(CsvColumn.NUMBER) || known.contains(CsvColumn.CODE))
                && known.contains(CsvColumn.ROOM)
                && (known.contains(CsvColumn.START) || known.contains(CsvColumn.DAY));
    }

    boolean has(CsvColumn column) {
        return columns.containsKey(column);
    }

    /** Whether a row is of one speaker, and a contribution has as many rows as speakers. */
    boolean isOfSpeakers() {
        return has(CsvColumn.CODE) && (has(CsvColumn.LAST_NAME) || has(CsvColumn.FIRST_NAME));
    }

    boolean isOfIndico() {
        return isOfIndico;
    }

    /** "" for none. */
    String cell(CsvColumn column, CsvLine row) {
        return cell(columns.getOrDefault(column, Integer.MAX_VALUE), row);
    }

    private static String cell(int index, CsvLine row) {
        return index >= row.cells().size() ? "" : CsvCell.unshielded(row.cells().get(index));
    }

    List<CustomField> fields(CsvLine row) {
        return fields.entrySet().stream()
                .map(field -> new CustomField(field.getValue(), cell(field.getKey(), row)))
                .filter(field -> !field.name().isEmpty() && !field.value().isBlank())
                .toList();
    }

    List<NotUnderstood> notUnderstood() {
        return notUnderstood;
    }
}
