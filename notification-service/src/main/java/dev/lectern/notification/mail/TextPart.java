package dev.lectern.notification.mail;

import java.util.List;
import java.util.stream.Collectors;

/** A letter as {@code text/plain}, for those who read that and for whoever searches their mail. */
final class TextPart {

    private TextPart() {}

    static String of(Letter letter) {
        var text = new StringBuilder(letter.greeting().plain())
                .append("\n\n")
                .append(letter.opening().plain())
                .append("\n\n");
        addNote(letter.note(), text);
        addRows(letter, text);
        addAuthor(letter.author(), letter.comment(), text);
        text.append('\n').append(letter.agenda().plain()).append('\n');
        addAnswer(letter.answerLine(), text);
        addClosing(letter.closing(), text);
        return text.append("\n-- \n")
                .append(letter.footer().plain())
                .append('\n')
                .toString();
    }

    static String of(Bundle bundle) {
        var text = new StringBuilder(bundle.greeting().plain())
                .append("\n\n")
                .append(bundle.opening().plain())
                .append("\n\n");
        addNote(bundle.note(), text);
        var gap = "";
        for (var letter : bundle.letters()) {
            text.append(gap).append("* ").append(letter.entry().plain()).append('\n');
            addRows(letter, text);
            if (!bundle.isOneChange()) {
                addAuthor(letter.author(), letter.comment(), text);
            }
            gap = "\n";
        }
        addAuthor(bundle.author(), bundle.comment(), text);
        text.append('\n').append(bundle.agenda().plain()).append('\n');
        addAnswer(bundle.answerLine(), text);
        addClosing(bundle.closing(), text);
        return text.append("\n-- \n")
                .append(bundle.footer().plain())
                .append('\n')
                .toString();
    }

    static String of(PlainLetter letter) {
        var text = new StringBuilder();
        addNote(letter.note(), text);
        text.append(String.join("\n", letter.lines())).append('\n');
        for (var entry : letter.entries()) {
            text.append("\n* ").append(entry.title()).append('\n');
            entry.lines().forEach(line -> text.append("  ").append(line).append('\n'));
            if (!entry.words().isEmpty()) {
                text.append(quoted(entry.words())).append('\n');
            }
        }
        if (letter.button() != null) {
            text.append('\n')
                    .append(letter.button().line())
                    .append('\n')
                    .append(letter.button().link())
                    .append('\n');
        }
        addClosing(letter.closing(), text);
        return text.append("\n-- \n").append(letter.footer()).append('\n').toString();
    }

    private static void addNote(List<String> note, StringBuilder text) {
        if (!note.isEmpty()) {
            text.append(quoted(note)).append("\n\n");
        }
    }

    private static void addRows(Letter letter, StringBuilder text) {
        letter.rows().forEach(row -> text.append(row.line()).append('\n'));
        if (!letter.rewording().isEmpty()) {
            text.append("  ").append(rewording(letter)).append('\n');
        }
    }

    private static void addAuthor(Phrase author, List<String> comment, StringBuilder text) {
        if (!author.isEmpty()) {
            text.append('\n').append(author.plain()).append('\n');
        }
        if (!comment.isEmpty()) {
            text.append(quoted(comment)).append('\n');
        }
    }

    private static void addAnswer(Phrase line, StringBuilder text) {
        if (!line.isEmpty()) {
            text.append(line.plain()).append('\n');
        }
    }

    private static void addClosing(List<String> closing, StringBuilder text) {
        if (!closing.isEmpty()) {
            text.append('\n').append(String.join("\n", closing)).append('\n');
        }
    }

    private static String rewording(Letter letter) {
        return letter.rewording().stream().map(Rewording.Piece::plain).collect(Collectors.joining(" "));
    }

    /** So that no line of a comment can pass for one of ours. */
    static String quoted(List<String> lines) {
        return lines.stream().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
