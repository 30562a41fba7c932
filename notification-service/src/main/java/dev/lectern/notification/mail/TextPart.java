package dev.lectern.notification.mail;

import java.util.stream.Collectors;

/** A letter as {@code text/plain}, for those who read that and for whoever searches their mail. */
final class TextPart {

    private TextPart() {}

    static String of(Letter letter) {
        var text = new StringBuilder(letter.greeting().plain())
                .append("\n\n")
                .append(letter.sentence().plain())
                .append("\n\n");
        letter.rows().forEach(row -> text.append(row.line()).append('\n'));
        if (letter.rewording() != null && !letter.rewording().pieces().isEmpty()) {
            text.append("  ").append(letter.rewording().plain()).append('\n');
        }
        if (!letter.author().isEmpty()) {
            text.append('\n')
                    .append(Phrase.of("Changed by {}", letter.author()).plain())
                    .append('\n');
        }
        if (!letter.comment().isEmpty()) {
            text.append(quoted(letter)).append('\n');
        }
        return text.append("\nAgenda: ")
                .append(letter.link())
                .append("\n\n-- \n")
                .append(Phrase.of("This mail is about the schedule of “{}”.", letter.conference())
                        .plain())
                .append(letter.calendarNote())
                .append('\n')
                .toString();
    }

    /** So that no line of a comment can pass for one of ours. */
    private static String quoted(Letter letter) {
        return letter.comment().stream().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
