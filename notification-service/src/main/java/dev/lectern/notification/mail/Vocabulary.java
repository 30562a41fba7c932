package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.mail.MailTemplate.Part;
import dev.lectern.notification.notice.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that templates know, the same in text and HTML. Each value is a text, empty where there is nothing, or true
 * or false, or a list.
 */
final class Vocabulary {

    /** Of each list, the names that one of its elements knows; none where it is a text itself. */
    static final Map<String, Set<String>> LISTS =
            Map.of("rows", Set.of("label", "old", "new", "line"), "presenters", Set.of());

    private static final Map<Part, Set<String>> NAMES = names();

    private Vocabulary() {}

    private static Map<Part, Set<String>> names() {
        var letter = new Letter(Examples.one(), Examples.PUBLIC_URL);
        return Stream.of(Part.values())
                .collect(Collectors.toMap(
                        part -> part, part -> Set.copyOf(of(letter, part).keySet())));
    }

    /** All that one part of a mail knows. */
    static Set<String> names(Part part) {
        return NAMES.get(part);
    }

    static Map<String, Object> of(Letter letter, Part part) {
        var names = ofReader(letter);
        if (!part.isAroundSeveral()) {
            addAppearance(letter, part, names);
        }
        return names;
    }

    private static Map<String, Object> ofReader(Letter letter) {
        var names = new LinkedHashMap<String, Object>();
        names.put("language", letter.language());
        names.put("reader", text(letter.reader()));
        names.put("conference", letter.conference().plain());
        return names;
    }

    private static void addAppearance(Letter letter, Part part, Map<String, Object> names) {
        var facts = letter.facts();
        names.put("kind", letter.kind().name());
        names.put("moved", letter.isMove());
        names.put("session", letter.isAboutSession());
        names.put("direction", letter.direction());
        names.put("start", letter.start());
        names.put("colour", letter.colour());
        names.put("logo", letter.hasLogo() ? "cid:logo@lectern" : "");
        names.put("title", letter.title().plain());
        names.put("when", letter.when().plain());
        names.put("room", text(facts.room()));
        names.put("type", text(facts.type()));
        names.put("track", text(facts.track()));
        names.put(
                "presenters",
                facts.presenters().stream()
                        .map(Facts.Person::name)
                        .map(Vocabulary::text)
                        .toList());
        names.put("subject", letter.subject());
        names.put("headline", letter.headline().plain());
        names.put("greeting", letter.greeting().plain());
        names.put("opening", letter.opening().plain());
        names.put("rows", letter.rows().stream().map(Vocabulary::row).toList());
        names.put(
                "changes",
                letter.rewording().stream().map(Rewording.Piece::plain).collect(Collectors.joining(" ")));
        names.put("author", text(letter.authorName()));
        names.put("changedBy", letter.author().plain());
        names.put("comment", lines(letter.comment(), part));
        names.put("note", lines(letter.note(), part));
        names.put("link", letter.link());
        names.put("agenda", letter.agenda().plain());
        names.put("page", letter.page() == null ? "" : letter.page());
        names.put("answer", letter.answer().plain());
        names.put("button", letter.button().plain());
        names.put("footer", letter.footer().plain());
    }

    /** In plain text, so that none of them can pass for one of ours. */
    private static String lines(List<String> lines, Part part) {
        return part == Part.HTML ? String.join("\n", lines) : TextPart.quoted(lines);
    }

    private static Map<String, Object> row(Letter.Row row) {
        return Map.of(
                "label", row.label(),
                "old", row.old() == null ? "" : row.old().plain(),
                "new", row.current().plain(),
                "line", row.line());
    }

    private static String text(String value) {
        return Phrase.value(PlainText.line(value)).plain();
    }
}
