package dev.lectern.notification.mail;

import com.github.difflib.patch.AbstractDelta;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.mail.Rewording.Kind;
import dev.lectern.notification.mail.Rewording.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows what changed in a text, with a few words around each change, until a screen is full. */
final class Excerpts {

    /** Words around a change, to find it by. */
    private static final int AROUND = 4;

    /** Characters of one piece, and of all, about: 24 lines of 80 hold both ends of the mail too. */
    private static final int LONGEST_PIECE = 400;

    private static final int SCREEN = 1_200;
    /** What a piece takes beside its words. */
    private static final int MARKS = 10;

    private static final String LEFT_OUT = "…";

    private final List<String> before;
    private final Language language;
    private final List<Piece> pieces = new ArrayList<>();
    private int shown;

    Excerpts(List<String> before, Language language) {
        this.before = before;
        this.language = language;
    }

    List<Piece> of(List<AbstractDelta<String>> changes) {
        var position = 0;
        for (var change : changes) {
            if (shown > SCREEN) {
                add(Kind.KEPT, language.say("words.more", Map.of()).plain());
                return List.copyOf(pieces);
            }
            kept(position, change.getSource().getPosition());
            add(Kind.REMOVED, change.getSource().getLines());
            add(Kind.ADDED, change.getTarget().getLines());
            position = change.getSource().getPosition() + change.getSource().size();
        }
        kept(position, before.size());
        return List.copyOf(pieces);
    }

    /** Words between two changes, or before the first or after the last: those in the middle of many are left out. */
    private void kept(int from, int to) {
        var isFirst = from == 0;
        var isLast = to == before.size();
        var head = isFirst ? 0 : AROUND;
        var tail = isLast ? 0 : AROUND;
        if (to - from <= head + tail + 1) {
            add(Kind.KEPT, before.subList(from, to));
            return;
        }
        var words = new ArrayList<>(before.subList(from, from + head));
        words.add(LEFT_OUT);
        words.addAll(before.subList(to - tail, to));
        add(Kind.KEPT, words);
    }

    private void add(Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            add(kind, PlainText.line(String.join(" ", words), LONGEST_PIECE));
        }
    }

    private void add(Kind kind, String words) {
        pieces.add(Piece.of(kind, words, language));
        shown += words.length() + MARKS;
    }
}
