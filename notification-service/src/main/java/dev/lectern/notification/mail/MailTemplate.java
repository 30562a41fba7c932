package dev.lectern.notification.mail;

import dev.lectern.chassis.problem.Fault;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A part of the mails of a conference as its organisers wrote it, in Qute. */
public final class MailTemplate {

    /** Which part of a mail it replaces. Closing words there are none otherwise. */
    public enum Part {
        SUBJECT,
        GREETING,
        CLOSING,
        TEXT,
        HTML;

        public static Optional<Part> named(String name) {
            return Arrays.stream(values())
                    .filter(part -> part.partName().equals(name))
                    .findFirst();
        }

        /** Whether it stands around what may be about several talks, so that it says nothing of any. */
        boolean isAroundSeveral() {
            return this == GREETING || this == CLOSING;
        }

        /** As paths have it. */
        public String partName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Characters of what is made of one: more than any mail needs, and little enough for a server. */
    private static final int LONGEST = 200_000;

    private final Part part;
    private final Template template;

    private MailTemplate(Part part, Template template) {
        this.part = part;
        this.template = template;
    }

    /** @throws TemplateException where it cannot be read, with its place */
    public static MailTemplate parse(Part part, String source) {
        return new MailTemplate(part, Sandbox.of(part).parse(source));
    }

    /** @throws TemplateException where these facts make nothing that can be sent */
    String render(Letter letter) {
        return render(Vocabulary.of(letter, part));
    }

    private String render(Map<String, Object> facts) {
        var result = template.data(facts).render().strip();
        if (result.length() > LONGEST) {
            throw new TemplateException("It makes more than " + LONGEST + " characters");
        }
        if (result.isEmpty() && !part.isAroundSeveral()) {
            throw new TemplateException("It makes nothing at all");
        }
        return result;
    }

    /**
     * All that is wrong with it, each with its line: what cannot be read, names that do not exist, what does not render,
     * and HTML that no mail program shows or that asks something of the network.
     *
     * @param languages those whose mails it is for
     */
    public static List<Fault> faults(Part part, String source, List<Language> languages) {
        try {
            var template = parse(part, source);
            var faults = NameCheck.faults(template.template, part);
            return faults.isEmpty() ? template.faultsWithExamples(source, languages) : faults;
        } catch (TemplateException e) {
            return List.of(fault(e));
        }
    }

    /** Those in the first language in which there are any: in others they would be the same. */
    private List<Fault> faultsWithExamples(String source, List<Language> languages) {
        return languages.stream()
                .map(language -> Examples.all(language).stream()
                        .map(request -> new Letter(request, Examples.PUBLIC_URL))
                        .flatMap(letter -> faultsWith(letter, source).stream())
                        .distinct()
                        .toList())
                .filter(faults -> !faults.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Fault> faultsWith(Letter letter, String source) {
        try {
            var result = render(letter);
            return part == Part.HTML ? HtmlCheck.faults(result, source) : List.of();
        } catch (TemplateException e) {
            return List.of(fault(e));
        }
    }

    static Fault fault(TemplateException e) {
        var origin = e.getOrigin();
        var line = origin == null ? 1 : Math.max(1, origin.getLine());
        return Fault.inLine(line, e.getMessage().lines().findFirst().orElse("It cannot be read"));
    }
}
