package dev.lectern.notification.template;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.problem.Suggestion;
import dev.lectern.notification.NotificationRefusal;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailTemplate;
import dev.lectern.notification.mail.MailTemplate.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of the mails a template is, in all languages or in one: {@code html}, {@code closing.fr}.
 *
 * @param language null for all
 */
record TemplateName(Part part, Language language) {

    private static final Map<String, TemplateName> ALL = Stream.of(Part.values())
            .flatMap(part -> Stream.concat(
                    Stream.of(new TemplateName(part, null)),
                    Language.all().stream().map(language -> new TemplateName(part, language))))
            .collect(Collectors.toMap(TemplateName::text, name -> name));

    static TemplateName of(String text) {
        var name = ALL.get(text);
        if (name == null) {
            throw Refused.notFound(Suggestion.instead("template", text, ALL.keySet()));
        }
        return name;
    }

    String text() {
        return text(part, language);
    }

    static String text(Part part, Language language) {
        return part.partName() + (language == null ? "" : "." + language.tag());
    }

    /** @throws Refused 422 {@code invalid-template} with all that is wrong */
    void check(String source) {
        var languages = language == null ? Language.all() : List.of(language);
        var faults = MailTemplate.faults(part, source, languages);
        if (!faults.isEmpty()) {
            throw new Refused(
                    NotificationRefusal.INVALID_TEMPLATE,
                    text() + ": " + faults.get(0).detail(),
                    faults);
        }
    }
}
