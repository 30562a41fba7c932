package dev.lectern.notification.mail;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.text.Controls;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.mail.MailTemplate.Part;
import dev.lectern.notification.notice.Facts;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What organisers write to presenters: a subject and a text in Qute, in the sandbox of the templates of mails. */
public final class MessageTemplate {

    private static final int LONGEST_SUBJECT = 200;

    /** Characters of what a text makes: its HTML is to stay below what programs show. */
    private static final int LONGEST_TEXT = 20_000;

    private static final Set<String> NAMES = Set.of("reader", "conference", "language", "page", "agenda", "talks");

    private static final Map<String, Set<String>> LISTS =
            Map.of("talks", Set.of("title", "when", "room", "session", "link", "line"));

    private final Template subject;
    private final Template text;

    private MessageTemplate(Template subject, Template text) {
        this.subject = subject;
        this.text = text;
    }

    /**
     * @param talks what the reader is in, in the order of their times
     * @param agenda the address of the conference's agenda
     */
    public record Facet(
            MailRequest.Reader reader,
            MailRequest.Conference conference,
            Wording wording,
            List<Talk> talks,
            String agenda) {}

    /**
     * A talk or a session.
     *
     * @param facts where and when; null where it is not on the schedule
     */
    public record Talk(String title, Facts facts, boolean isSession, String link) {}

    /** @throws TemplateException where it cannot be read: {@link #faults} says why */
    public static MessageTemplate parse(String subject, String text) {
        var sandbox = Sandbox.of(Part.TEXT);
        return new MessageTemplate(sandbox.parse(subject), sandbox.parse(text));
    }

    /** All that is wrong with it: of the text with its lines. */
    public static List<Fault> faults(String subject, String text) {
        var faults = new ArrayList<Fault>();
        faults(subject).forEach(fault -> faults.add(Fault.at("/subject", fault.detail())));
        faults.addAll(faults(text));
        return List.copyOf(faults);
    }

    private static List<Fault> faults(String source) {
        try {
            return NameCheck.faults(Sandbox.of(Part.TEXT).parse(source), NAMES, LISTS);
        } catch (TemplateException e) {
            return List.of(MailTemplate.fault(e));
        }
    }

    /** @throws TemplateException where it makes nothing, or too much, for this reader */
    public String subject(Facet facet) {
        return PlainText.cut(Controls.oneLine(rendered(subject, facet)), LONGEST_SUBJECT);
    }

    /** @throws TemplateException where it makes nothing, or too much, for this reader */
    public List<String> lines(Facet facet) {
        return Controls.lines(rendered(text, facet)).lines().toList();
    }

    private static String rendered(Template template, Facet facet) {
        var made = template.data(names(facet)).render().strip();
        if (made.isEmpty()) {
            throw new TemplateException(
                    "It makes nothing at all for " + facet.reader().name());
        }
        if (made.length() > LONGEST_TEXT) {
            throw new TemplateException("It makes more than " + LONGEST_TEXT + " characters for "
                    + facet.reader().name());
        }
        return made;
    }

    private static Map<String, Object> names(Facet facet) {
        var names = new LinkedHashMap<String, Object>();
        names.put("reader", text(facet.reader().name()));
        names.put("conference", text(facet.conference().shownTitle()));
        names.put("language", facet.wording().tag());
        names.put("page", facet.reader().page() == null ? "" : facet.reader().page());
        names.put("agenda", facet.agenda());
        names.put(
                "talks",
                facet.talks().stream().map(talk -> names(talk, facet.wording())).toList());
        return names;
    }

    private static Map<String, Object> names(Talk talk, Wording wording) {
        var title = text(talk.title());
        var when = talk.facts() == null ? "" : wording.when(talk.facts());
        var room = talk.facts() == null ? "" : text(talk.facts().room());
        return Map.of(
                "title",
                title,
                "when",
                when,
                "room",
                room,
                "session",
                talk.isSession(),
                "link",
                talk.link(),
                "line",
                talk.facts() == null
                        ? title
                        : wording.say("message.talk", Map.of("title", title, "when", when, "room", room)));
    }

    private static String text(String value) {
        return Phrase.value(PlainText.line(value)).plain();
    }
}
