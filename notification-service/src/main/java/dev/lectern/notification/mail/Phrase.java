package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line made of our words and of values that come from outside. A value that is written in another direction must
 * not turn round what stands beside it (Unicode's UAX 9): HTML puts each value into an element of its own, plain text
 * isolates it where the line has letters written from right to left.
 */
record Phrase(List<Piece> pieces) {

    static final Phrase EMPTY = new Phrase(List.of());

    /** No value has these: {@link PlainText#line} takes them out, so they can mark where one begins and ends. */
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';

    /** The template reads what is public. */
    record Piece(String text, boolean isValue) {

        String plain() {
            return new Phrase(List.of(this)).plain();
        }

        /** @param most characters of a value */
        public String upTo(int most) {
            return isValue ? PlainText.cut(text, most) : text;
        }
    }

    /** Words in which each value that needs it is isolated already. */
    static Phrase words(String words) {
        return new Phrase(List.of(new Piece(words, false)));
    }

    static Phrase value(String value) {
        return parse(marked(value));
    }

    /** {@code Ada L., Bob M.} */
    static Phrase list(Collection<String> values) {
        return parse(values.stream().map(Phrase::marked).collect(Collectors.joining(", ")));
    }

    /** A value from outside as an argument of a message. */
    static String marked(String value) {
        return ISOLATE + PlainText.line(value) + END_OF_ISOLATE;
    }

    /** @param line our words, with values that are marked */
    static Phrase parse(String line) {
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var start = line.indexOf(ISOLATE); start >= 0; start = line.indexOf(ISOLATE, from)) {
            var end = line.indexOf(END_OF_ISOLATE, start);
            pieces.add(new Piece(line.substring(from, start), false));
            pieces.add(new Piece(line.substring(start + 1, end), true));
            from = end + 1;
        }
        pieces.add(new Piece(line.substring(from), false));
        return new Phrase(
                pieces.stream().filter(piece -> !piece.text().isEmpty()).toList());
    }

    /** Whole sentences, one after the other. */
    static Phrase sentences(List<Phrase> sentences) {
        return parse(sentences.stream()
                .filter(sentence -> !sentence.isEmpty())
                .map(Phrase::argument)
                .collect(Collectors.joining(" ")));
    }

    /** As an argument of a message. */
    String argument() {
        return pieces.stream()
                .map(piece -> piece.isValue() ? ISOLATE + piece.text() + END_OF_ISOLATE : piece.text())
                .collect(Collectors.joining());
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** As plain text. Text of western letters stays as it is, byte for byte. */
    public String plain() {
        var isOursTurned = pieces.stream().anyMatch(piece -> !piece.isValue() && isTurned(piece.text()));
        return pieces.stream()
                .map(piece -> piece.isValue() && (isOursTurned || isTurned(piece.text()))
                        ? ISOLATE + piece.text() + END_OF_ISOLATE
                        : piece.text())
                .collect(Collectors.joining());
    }

    private static boolean isTurned(String line) {
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length());
    }
}
