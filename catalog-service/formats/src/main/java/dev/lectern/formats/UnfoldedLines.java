package dev.lectern.formats;

import dev.lectern.chassis.file.TextFile;
import dev.lectern.chassis.file.UnreadableFile;
import java.util.Arrays;

/**
 * The content lines of a calendar. A line break with a blank behind it is taken out before the bytes are read as
 * letters, for it may stand within one (RFC 5545, 3.1). Lines end with CRLF, LF or CR. A line with more parameters than
 * sane is empty.
 */
final class UnfoldedLines {

    private static final int MOST_LINES = 2_000_000;
    private static final int MOST_PARAMETERS = 1_000;

    private final byte[] unfolded;
    private final int[] numbers;
    private int size;
    private int lines;
    private int start;

    private UnfoldedLines(int length, int most) {
        unfolded = new byte[length];
        numbers = new int[most];
        numbers[lines++] = 1;
    }

    /** @throws InvalidReport if it has more lines than sane */
    static UnfoldedLines of(byte[] file) {
        var most = count(file) + 1;
        if (most > MOST_LINES) {
            throw new InvalidReport(1, "A calendar has at most " + MOST_LINES + " lines");
        }
        var result = new UnfoldedLines(file.length, most);
        result.read(file);
        return result;
    }

    private static int count(byte[] file) {
        var ends = 0;
        for (var letter : file) {
            ends += isLineEnd(letter) ? 1 : 0;
        }
        return ends;
    }

    private void read(byte[] file) {
        var number = 1;
        for (var i = 0; i < file.length; i++) {
            if (!isLineEnd(file[i])) {
                unfolded[size++] = file[i];
                continue;
            }
            i += file[i] == '\r' && i + 1 < file.length && file[i + 1] == '\n' ? 1 : 0;
            number++;
            if (i + 1 < file.length && isBlank(file[i + 1])) {
                i++;
            } else {
                endLine();
                numbers[lines++] = number;
            }
        }
        dropIfInsane();
    }

    private void endLine() {
        dropIfInsane();
        unfolded[size++] = '\n';
        start = size;
    }

    private void dropIfInsane() {
        var parameters = 0;
        for (var i = start; i < size && unfolded[i] != ':'; i++) {
            parameters += unfolded[i] == ';' || unfolded[i] == ',' ? 1 : 0;
        }
        size = parameters > MOST_PARAMETERS ? start : size;
    }

    private static boolean isLineEnd(byte letter) {
        return letter == '\n' || letter == '\r';
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\t';
    }

    /** @throws InvalidReport if it is no text */
    String text() {
        try {
            return TextFile.read(Arrays.copyOf(unfolded, size));
        } catch (UnreadableFile e) {
            var reason = e.reasons().get(0);
            throw new InvalidReport(number(reason.line()), reason.detail());
        }
    }

    /** In the file, of a line of the text; both are from 1. */
    int number(int line) {
        return numbers[Math.max(1, Math.min(line, lines)) - 1];
    }
}
