package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.mail.MailTemplate.Part;
import dev.lectern.notification.notice.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that templates know, the same in text and HTML. Each value is a text, empty where there is nothing, or true
 * or false, or a list.
 */
final class Vocabulary {

    /** Of each list, the names that one of its elements knows; none where it is a text itself. */
    static final Map<String, Set<String>> LISTS =
            Map.of("rows", Set.of("label", "old", "new", "line"), "presenters", Set.of());

    /** All of them. */
    static final Set<String> NAMES = Set.copyOf(
            of(new Letter(Examples.one(), Examples.PUBLIC_URL), Part.TEXT).keySet());

    private Vocabulary() {}

    static Map<String, Object> of(Letter letter, Part part) {
        var facts = letter.facts();
        var names = new LinkedHashMap<String, Object>();
        names.put("kind", letter.kind().name());
        names.put("moved", letter.isMove());
        names.put("session", letter.isAboutSession());
        names.put("language", letter.language());
        names.put("direction", letter.direction());
        names.put("start", letter.start());
        names.put("colour", letter.colour());
        names.put("logo", letter.hasLogo() ? "cid:logo@lectern" : "");
        names.put("reader", text(letter.reader()));
        names.put("conference", text(letter.conference().text()));
        names.put("title", text(letter.title().text()));
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
        names.put("comment", String.join("\n", part == Part.HTML ? letter.comment() : letter.quotedComment()));
        names.put("link", letter.link());
        names.put("agenda", letter.agenda().plain());
        names.put("button", letter.button().plain());
        names.put("footer", letter.footer().plain());
        return names;
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
