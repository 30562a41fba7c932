package dev.lectern.notification.mail;

import java.util.stream.Collectors;

/** A letter as {@code text/plain}, for those who read that and for whoever searches their mail. */
final class TextPart {

    private TextPart() {}

    static String of(Letter letter) {
        var text = new StringBuilder(letter.greeting())
                .append("\n\n")
                .append(letter.sentence())
                .append("\n\n");
        letter.rows().forEach(row -> text.append(row.line()).append('\n'));
        if (!letter.author().isEmpty()) {
            text.append("\nChanged by ").append(letter.author()).append('\n');
        }
        if (!letter.comment().isEmpty()) {
            text.append(quoted(letter)).append('\n');
        }
        return text.append("\nAgenda: ")
                .append(letter.link())
                .append("\n\n-- \nThis mail is about the schedule of “")
                .append(letter.conference())
                .append("”. Its calendar entry replaces earlier ones.\n")
                .toString();
    }

    /** So that no line of a comment can pass for one of ours. */
    private static String quoted(Letter letter) {
        return letter.comment().stream().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
