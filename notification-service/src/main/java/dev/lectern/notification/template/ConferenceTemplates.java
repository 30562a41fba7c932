package dev.lectern.notification.template;

import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailTemplate;
import dev.lectern.notification.mail.MailTemplate.Part;
import dev.lectern.notification.mail.MailTemplates;
import dev.lectern.notification.replica.ConferenceDeleted;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The templates of each conference, parsed; those of a deleted one are gone. */
@ApplicationScoped
public class ConferenceTemplates {

    private static final Logger LOG = Logger.getLogger(ConferenceTemplates.class);

    /** Those of many conferences: parsing takes longer than making a mail. */
    private static final int MOST_PARSED = 500;

    private final Map<Source, MailTemplate> parsed = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, MailTemplate> eldest) {
            return size() > MOST_PARSED;
        }
    };

    private record Source(Part part, String text) {}

    /** What a conference has saved, by name. */
    public final class Saved {

        private final Map<String, String> sources;

        private Saved(Map<String, String> sources) {
            this.sources = sources;
        }

        /** @throws dev.lectern.chassis.problem.Refused where one cannot be used, which has other names then */
        public Saved with(Map<String, String> others) {
            var all = new HashMap<>(sources);
            others.forEach((name, source) -> {
                TemplateName.of(name).check(source);
                all.put(name, source);
            });
            return new Saved(all);
        }

        /** That of the language, else that of all. */
        public MailTemplates in(Language language) {
            var parts = new EnumMap<Part, MailTemplate>(Part.class);
            for (var part : Part.values()) {
                var source = sources.getOrDefault(
                        TemplateName.text(part, language), sources.get(TemplateName.text(part, null)));
                if (source != null) {
                    put(parts, new Source(part, source));
                }
            }
            return parts.isEmpty() ? MailTemplates.NONE : new MailTemplates(parts);
        }

        /** One that an earlier version took and this one does not read leaves everybody's part. */
        private void put(Map<Part, MailTemplate> parts, Source source) {
            try {
                parts.put(source.part(), parsed(source));
            } catch (TemplateException e) {
                LOG.warnf(
                        "a saved template cannot be read part=%s", source.part().partName());
            }
        }
    }

    /** Read once for all mails that are made together. */
    public Saved of(UUID conference) {
        return new Saved(
                Template.allOf(conference).stream().collect(Collectors.toMap(Template::name, Template::source)));
    }

    private synchronized MailTemplate parsed(Source source) {
        return parsed.computeIfAbsent(source, any -> MailTemplate.parse(source.part(), source.text()));
    }

    void forget(@Observes ConferenceDeleted gone) {
        Template.forget(gone.conference());
    }
}
