package dev.lectern.notification.mail;

import java.util.stream.Collectors;

/** A letter as {@code text/plain}, for those who read that and for whoever searches their mail. */
final class TextPart {

    private TextPart() {}

    static String of(Letter letter) {
        var text = new StringBuilder(letter.greeting().plain())
                .append("\n\n")
                .append(letter.opening().plain())
                .append("\n\n");
        letter.rows().forEach(row -> text.append(row.line()).append('\n'));
        if (!letter.rewording().isEmpty()) {
            text.append("  ").append(rewording(letter)).append('\n');
        }
        if (!letter.author().isEmpty()) {
            text.append('\n').append(letter.author().plain()).append('\n');
        }
        if (!letter.comment().isEmpty()) {
            text.append(String.join("\n", letter.quotedComment())).append('\n');
        }
        text.append('\n').append(letter.agenda().plain()).append('\n');
        if (!letter.closing().isEmpty()) {
            text.append('\n').append(String.join("\n", letter.closing())).append('\n');
        }
        return text.append("\n-- \n")
                .append(letter.footer().plain())
                .append('\n')
                .toString();
    }

    private static String rewording(Letter letter) {
        return letter.rewording().stream().map(Rewording.Piece::plain).collect(Collectors.joining(" "));
    }
}
