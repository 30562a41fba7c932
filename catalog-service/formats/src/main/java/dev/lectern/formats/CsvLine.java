package dev.lectern.formats;

import dev.lectern.chassis.file.UnreadableFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A line of a CSV file (RFC 4180, also with semicolons, tabs or bars) that is not blank, and where it starts. */
public record CsvLine(int number, List<String> cells) {

    /** The header and ten thousand rows: more than any conference has presenters. */
    private static final int MOST = 10_001;

    /**
     * As many rows as a table may have, with fifty columns each. It bounds the memory that a file of separators takes.
     */
    private static final int MOST_CELLS = 1_000_000;

    /** The line with which Excel is told what separates the cells. */
    private static final Pattern SAID =
            Pattern.compile("(?i)\\s*\"?sep=(?<separator>[,;\t|])\"?[ ,;\t|]*(?:\r\n|\n|\r)");

    /** @throws UnreadableFile where a quote is wrong or there are too many */
    public static List<CsvLine> read(String text) {
        return read(text, MOST).stream()
                .map(line -> new CsvLine(
                        line.number(), line.cells().stream().map(String::strip).toList()))
                .toList();
    }

    /**
     * Reads the lines of a table with their cells as they are.
     *
     * @param most how many there may be, the header included
     */
    public static List<CsvLine> read(String text, int most) {
        var said = SAID.matcher(text);
        var isSaid = said.lookingAt();
        var separator = isSaid ? said.group("separator").charAt(0) : separator(text);
        if (cells(text, separator) > MOST_CELLS) {
            throw new UnreadableFile(1, "There are too many cells; at most " + MOST_CELLS + " are taken");
        }
        var lines = new ArrayList<CsvLine>();
        var before = isSaid ? 1 : 0;
        var number = 1 + before;
        try (var parser = format(separator).parse(new StringReader(text.substring(isSaid ? said.end() : 0)))) {
            for (var record : parser) {
                var cells = record.stream().toList();
                if (!cells.stream().allMatch(String::isBlank)) {
                    lines.add(new CsvLine(number, cells));
                }
                if (lines.size() > most) {
                    throw new UnreadableFile(number, "There are too many lines; at most " + most + " are taken");
                }
                number = Math.toIntExact(parser.getCurrentLineNumber() + 1 + before);
            }
            return lines;
        } catch (UncheckedIOException e) {
            // There is nothing to read from but memory, so this is the parser's only complaint.
            throw new UnreadableFile(number, "A quote is never closed, or something follows a closing one");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are in all lines; a quote begins one only at its start. */
    private static int cells(String text, char separator) {
        var cells = 1;
        var isStart = true;
        var isQuoted = false;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' && (isQuoted || isStart)) {
                isQuoted = !isQuoted;
            }
            var isEnd = !isQuoted && (letter == separator || letter == '\n' || letter == '\r');
            cells += isEnd ? 1 : 0;
            isStart = isEnd || (isStart && letter == ' ') || (letter == '"' && !isQuoted);
        }
        return cells;
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** What the first line has most of; a comma where it has none. */
    private static char separator(String text) {
        var header =
                text.lines().filter(Predicate.not(String::isBlank)).findFirst().orElse("");
        return Stream.of(',', ';', '\t', '|')
                .max(Comparator.comparing(separator ->
                        header.chars().filter(letter -> letter == separator).count()))
                .orElseThrow();
    }
}
