package dev.lectern.notification.mail;

import dev.lectern.chassis.text.Controls;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.mail.MailTemplate.Part;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a mail says where people read it: each part by the conference's template, if it has one, else as everybody's. */
public record MailTexts(String subject, String text, String html) {

    private static final int LONGEST_SUBJECT = 200;

    /** Makes the parts of one mail. */
    static final class Writer {

        private final HtmlPart html;
        private final BiConsumer<Part, TemplateException> failed;

        /** @param failed told of each template that makes nothing of this mail; the part is as everybody's then */
        Writer(HtmlPart html, BiConsumer<Part, TemplateException> failed) {
            this.html = html;
            this.failed = failed;
        }

        /** Of a mail about several, a conference writes the words around them, and no more. */
        MailTexts write(List<MailRequest> requests, List<Letter> plain) {
            var templates = requests.get(0).templates();
            var greeting = rendered(templates, Part.GREETING, plain.get(0)).map(Controls::oneLine);
            var closing = rendered(templates, Part.CLOSING, plain.get(0));
            var letters = plain.stream()
                    .map(letter -> letter.saying(greeting.orElse(null), closing.orElse("")))
                    .toList();
            return letters.size() == 1 ? one(templates, letters.get(0)) : several(new Bundle(requests, letters));
        }

        private MailTexts one(MailTemplates templates, Letter letter) {
            return new MailTexts(
                    rendered(templates, Part.SUBJECT, letter)
                            .map(subject -> PlainText.cut(Controls.oneLine(subject), LONGEST_SUBJECT))
                            .map(Controls::oneLine)
                            .orElseGet(letter::subject),
                    rendered(templates, Part.TEXT, letter)
                            .map(text -> text + "\n")
                            .orElseGet(() -> TextPart.of(letter)),
                    rendered(templates, Part.HTML, letter).orElseGet(() -> html.of(letter)));
        }

        private MailTexts several(Bundle bundle) {
            return new MailTexts(bundle.subject(), TextPart.of(bundle), html.of(bundle));
        }

        private Optional<String> rendered(MailTemplates templates, Part part, Letter letter) {
            try {
                return templates.of(part).map(template -> template.render(letter));
            } catch (TemplateException e) {
                failed.accept(part, e);
                return Optional.empty();
            }
        }
    }
}
