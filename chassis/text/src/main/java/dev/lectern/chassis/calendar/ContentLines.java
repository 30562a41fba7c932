package dev.lectern.chassis.calendar;

import java.util.stream.Collectors;

/** Folds the lines of a calendar at 75 octets of UTF-8, never inside a character (RFC 5545, section 3.1). */
final class ContentLines {

    private static final int MOST_OCTETS = 75;

    private ContentLines() {}

    /** @param calendar unfolded, its lines ended by CR LF */
    static String fold(String calendar) {
        return calendar.lines().map(ContentLines::foldLine).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String foldLine(String line) {
        var folded = new StringBuilder(line.length());
        var octets = 0;
        for (var character : line.codePoints().toArray()) {
            var size = octets(character);
            if (octets + size > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += size;
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
