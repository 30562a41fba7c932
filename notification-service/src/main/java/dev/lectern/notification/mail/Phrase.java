package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line made of our words and of values that come from outside. A value that is written from right to left must not
 * turn round what stands beside it (Unicode's UAX 9): HTML puts each value into an element of its own, plain text
 * isolates it where it has such letters.
 */
record Phrase(List<Piece> pieces) {

    private static final String HOLE = "{}";
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    /** The template reads what is public. */
    record Piece(String text, boolean isValue) {

        private String plain() {
            return isValue ? isolated(text) : text;
        }
    }

    /** @param pattern our words, with <code>{}</code> in the place of each value */
    static Phrase of(String pattern, String... values) {
        var pieces = new ArrayList<Piece>();
        var rest = pattern;
        for (var value : values) {
            var hole = rest.indexOf(HOLE);
            pieces.add(new Piece(rest.substring(0, hole), false));
            pieces.add(new Piece(PlainText.line(value), true));
            rest = rest.substring(hole + HOLE.length());
        }
        pieces.add(new Piece(rest, false));
        return new Phrase(withoutEmpty(pieces));
    }

    static Phrase value(String value) {
        return of(HOLE, value);
    }

    /** {@code Ada L., Bob M.} */
    static Phrase list(Collection<String> values) {
        return values.stream()
                .map(Phrase::value)
                .reduce((one, other) -> one.and(", ").and(other))
                .orElse(of(""));
    }

    Phrase and(Phrase other) {
        var both = new ArrayList<>(pieces);
        both.addAll(other.pieces);
        return new Phrase(List.copyOf(both));
    }

    Phrase and(String words) {
        return and(of(words));
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** As plain text. */
    public String plain() {
        return pieces.stream().map(Piece::plain).collect(Collectors.joining());
    }

    private static List<Piece> withoutEmpty(List<Piece> pieces) {
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    /** Text of western letters stays as it is, byte for byte. */
    private static String isolated(String line) {
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? ISOLATE + line + END_OF_ISOLATE : line;
    }
}
