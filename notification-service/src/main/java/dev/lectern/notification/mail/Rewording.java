package dev.lectern.notification.mail;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.patch.AbstractDelta;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.chassis.text.RichText;
import java.util.List;

/**
 * Which words of an abstract went and which came, a screen full at most.
 *
 * @param summary what happened to it, in our words
 * @param pieces in their order, to be read from left to right
 */
record Rewording(String summary, List<Piece> pieces) {

    enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** Some words of it; the template reads what is public. */
    record Piece(Kind kind, String words) {

        public boolean isRemoved() {
            return kind == Kind.REMOVED;
        }

        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        /** So that it is understood where nothing is struck out or underlined. */
        String plain() {
            return switch (kind) {
                case KEPT -> words;
                case REMOVED -> "[removed: " + words + "]";
                case ADDED -> "[added: " + words + "]";
            };
        }
    }

    /**
     * With more words changed than this it is another text. The library's work is this times the length, so it has a
     * bound.
     */
    static final int MOST_CHANGES = 400;

    /** What is shown of a text that was rewritten. */
    private static final int BEGINNING = 600;

    /** As authors see them, without markup; where that is equal it is the markup that changed. */
    static Rewording between(String old, String current) {
        var before = words(RichText.plain(old == null ? "" : old));
        var after = words(RichText.plain(current == null ? "" : current));
        if (before.equals(after)) {
            return new Rewording("has changed in its formatting only", List.of());
        }
        try {
            return new Rewording("has changed", new Excerpts(before).of(deltas(before, after)));
        } catch (TooMuchChanged e) {
            var beginning = PlainText.line(String.join(" ", after), BEGINNING);
            return new Rewording(
                    "has been rewritten and begins now like this", List.of(new Piece(Kind.KEPT, beginning)));
        }
    }

    String plain() {
        return String.join(" ", pieces.stream().map(Piece::plain).toList());
    }

    private static List<String> words(String text) {
        var line = PlainText.line(text);
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }

    static <W> List<AbstractDelta<W>> deltas(List<W> before, List<W> after) {
        return DiffUtils.diff(before, after, new Bound()).getDeltas();
    }

    /** Asked at each step, of which there are as many as there are words that went or came. */
    private static final class Bound implements DiffAlgorithmListener {

        @Override
        public void diffStart() {
            // Nothing is known yet.
        }

        @Override
        public void diffStep(int step, int most) {
            if (step > MOST_CHANGES) {
                throw new TooMuchChanged();
            }
        }

        @Override
        public void diffEnd() {
            // It was near enough.
        }
    }

    /** Says nothing more: it never leaves this class. */
    private static final class TooMuchChanged extends RuntimeException {

        private static final long serialVersionUID = 1;

        private TooMuchChanged() {
            super(null, null, false, false);
        }
    }
}
