package dev.lectern.notification.mail;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.patch.AbstractDelta;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.chassis.text.RichText;
import java.util.List;
import java.util.Map;

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

    /**
     * Some words of it; the template reads what is public.
     *
     * @param plain so that it is understood where nothing is struck out or underlined
     */
    record Piece(Kind kind, String words, String plain) {

        static Piece of(Kind kind, String words, Language language) {
            return new Piece(
                    kind,
                    words,
                    switch (kind) {
                        case KEPT -> Phrase.value(words).plain();
                        case REMOVED -> say("words.removed", words, language);
                        case ADDED -> say("words.added", words, language);
                    });
        }

        private static String say(String key, String words, Language language) {
            return language.say(key, Map.of("words", Phrase.marked(words))).plain();
        }

        public boolean isRemoved() {
            return kind == Kind.REMOVED;
        }

        public boolean isAdded() {
            return kind == Kind.ADDED;
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
    static Rewording between(String old, String current, Language language) {
        var before = words(RichText.plain(old == null ? "" : old));
        var after = words(RichText.plain(current == null ? "" : current));
        if (before.equals(after)) {
            return new Rewording(summary("formatting", language), List.of());
        }
        try {
            return new Rewording(
                    summary("changed", language), new Excerpts(before, language).of(deltas(before, after)));
        } catch (TooMuchChanged e) {
            var beginning = PlainText.line(String.join(" ", after), BEGINNING);
            return new Rewording(summary("rewritten", language), List.of(Piece.of(Kind.KEPT, beginning, language)));
        }
    }

    private static String summary(String change, Language language) {
        return language.say("abstract." + change, Map.of()).plain();
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
