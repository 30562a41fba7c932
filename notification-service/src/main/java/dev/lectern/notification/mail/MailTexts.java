package dev.lectern.notification.mail;

import dev.lectern.chassis.text.Controls;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.mail.MailTemplate.Part;
import io.quarkus.qute.TemplateException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a mail says where people read it: each part by the conference's template, if it has one, else as everybody's. */
public record MailTexts(String subject, String text, String html) {

    private static final int LONGEST_SUBJECT = 200;

    /** Makes the parts of one mail. */
    static final class Writer {

        private final MailTemplates templates;
        private final BiConsumer<Part, TemplateException> failed;

        /** @param failed told of each template that makes nothing of this mail; the part is as everybody's then */
        Writer(MailTemplates templates, BiConsumer<Part, TemplateException> failed) {
            this.templates = templates;
            this.failed = failed;
        }

        MailTexts write(Letter plain, HtmlPart html) {
            var letter = plain.saying(
                    rendered(Part.GREETING, plain).map(Controls::oneLine).orElse(null),
                    rendered(Part.CLOSING, plain).orElse(""));
            return new MailTexts(
                    rendered(Part.SUBJECT, letter)
                            .map(subject -> PlainText.cut(Controls.oneLine(subject), LONGEST_SUBJECT))
                            .map(Controls::oneLine)
                            .orElseGet(letter::subject),
                    rendered(Part.TEXT, letter).map(text -> text + "\n").orElseGet(() -> TextPart.of(letter)),
                    rendered(Part.HTML, letter).orElseGet(() -> html.of(letter)));
        }

        private Optional<String> rendered(Part part, Letter letter) {
            try {
                return templates.of(part).map(template -> template.render(letter));
            } catch (TemplateException e) {
                failed.accept(part, e);
                return Optional.empty();
            }
        }
    }
}
