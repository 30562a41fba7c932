package dev.lectern.notification.message;

import dev.lectern.notification.briefing.Audience.Part;
import dev.lectern.notification.link.PresenterLinks;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailRequest;
import dev.lectern.notification.mail.MessageTemplate;
import dev.lectern.notification.mail.PlainLetter;
import dev.lectern.notification.mail.Wording;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes of a message what each of its readers gets. Runs in a transaction. */
@ApplicationScoped
class Letters {

    private final ConferenceSettings settings;
    private final PresenterLinks links;
    private final String publicUrl;

    Letters(
            ConferenceSettings settings,
            PresenterLinks links,
            @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.settings = settings;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    /** One message to readers of one conference. */
    final class Desk {

        private final MessageTemplate template;
        private final Conference conference;
        private final Settings rules;
        private final Map<UUID, String> pages;

        private Desk(MessageTemplate template, Conference conference, Settings rules, Map<UUID, String> pages) {
            this.template = template;
            this.conference = conference;
            this.rules = rules;
            this.pages = pages;
        }

        /**
         * @param parts all that the reader is in
         * @param note of whoever releases it; empty for none
         * @throws io.quarkus.qute.TemplateException where it makes nothing for this reader
         */
        PlainLetter to(List<Part> parts, String note) {
            var presenter = parts.get(0).presenter();
            var reader = new MailRequest.Reader(presenter.name(), parts.get(0).address(), pages.get(presenter.id()));
            var wording = new Wording(
                    Language.of(presenter.locale(), rules.defaultLanguage()), ZoneId.of(conference.timeZone()));
            var about = new MailRequest.Conference(conference.title(), conference.slug(), conference.logo());
            var facet = new MessageTemplate.Facet(reader, about, wording, talks(parts), agenda());
            return new PlainLetter(
                    reader,
                    about,
                    new MailRequest.Sender("", rules.from(), rules.answersTo()),
                    wording,
                    true,
                    template.subject(facet),
                    wording.words("message.headline"),
                    note.lines().toList(),
                    template.lines(facet),
                    List.of(),
                    null,
                    List.of(),
                    footer(wording));
        }

        private String footer(Wording wording) {
            var why = wording.say("message.footer", Map.of("conference", conference.shownTitle()));
            return rules.answersTo() == null ? why : why + " " + wording.words("message.reply");
        }

        private List<MessageTemplate.Talk> talks(List<Part> parts) {
            return parts.stream()
                    .sorted(Comparator.comparing(part -> part.placed() == null
                            ? Instant.MAX
                            : part.placed().startsAt().toInstant()))
                    .map(part -> new MessageTemplate.Talk(
                            part.appearance().title(),
                            part.placed(),
                            part.appearance().isSession(),
                            link(part)))
                    .toList();
        }

        private String link(Part part) {
            var about = part.appearance();
            return agenda() + (about.isSession() ? "/sessions/" + about.id() : "/talks/" + about.number());
        }

        private String agenda() {
            return publicUrl + "/agenda/" + conference.slug();
        }
    }

    /** @param isReal whether presenters without a page get one; otherwise theirs is shown as an example */
    Desk desk(MessageTemplate template, Conference conference, List<UUID> presenters, boolean isReal) {
        var pages = isReal
                ? links.urls(conference.id(), presenters)
                : presenters.stream()
                        .collect(Collectors.toMap(presenter -> presenter, any -> publicUrl + "/presenter/…"));
        return new Desk(template, conference, settings.of(conference.id()), pages);
    }
}
