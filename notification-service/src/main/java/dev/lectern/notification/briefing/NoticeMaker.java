package dev.lectern.notification.briefing;

import dev.lectern.notification.briefing.Evaluation.Look;
import dev.lectern.notification.mail.Differences;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailComposer;
import dev.lectern.notification.mail.MailRequest;
import dev.lectern.notification.mail.MailTemplates;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Message;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.replica.Announced;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.template.ConferenceTemplates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Makes the notices of differences, with their mails, and lets the delivery know. Runs in the transaction of an
 * evaluation.
 */
@ApplicationScoped
class NoticeMaker {

    private static final Announced NOBODY = new Announced(0, null, null, null);

    private final MailComposer composer;
    private final ConferenceSettings settings;
    private final ConferenceTemplates templates;
    private final Event<NoticeDue> due;
    private final MeterRegistry metrics;

    /** Who a mail is from and in which words it is. */
    private record Style(MailRequest.Sender sender, Language language, MailTemplates templates) {}

    NoticeMaker(
            MailComposer composer,
            ConferenceSettings settings,
            ConferenceTemplates templates,
            Event<NoticeDue> due,
            MeterRegistry metrics) {
        this.composer = composer;
        this.settings = settings;
        this.templates = templates;
        this.due = due;
        this.metrics = metrics;
    }

    /** All for readers of one conference. */
    void make(UUID conference, List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        var rules = settings.of(conference);
        var sender = new MailRequest.Sender(Organizer.of(conference, rules.from()), rules.from(), rules.answersTo());
        var threads =
                Notice.threads(looks.stream().map(look -> look.briefing().id()).toList());
        var saved = templates.of(conference);
        for (var look : looks) {
            var language = Language.of(look.around().presenter().locale(), rules.defaultLanguage());
            var style = new Style(sender, language, saved.in(language));
            var earlier = threads.getOrDefault(look.briefing().id(), List.of());
            make(look.verdict().kind(), look.briefing(), look.around(), style, earlier);
        }
        due.fire(new NoticeDue());
    }

    private void make(Kind kind, Briefing briefing, BriefingFacts around, Style style, List<String> earlier) {
        var content = content(kind, briefing, around, style.language());
        var mail = composer.compose(request(content, briefing, around, style, earlier));
        var message = new Message(around.email(), mail.subject(), mail.messageId());
        // Microseconds are what the database keeps.
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var notice = new Notice(about(briefing, around), content, message, mail.bytes(), now);
        notice.persist();
        briefing.noticeMade(notice);
        Counter.builder("lectern.notices.made")
                .description("Notices that are to be sent, by what they say")
                .tag("kind", kind.name())
                .register(metrics)
                .increment();
    }

    private static Content content(Kind kind, Briefing briefing, BriefingFacts around, Language language) {
        var announced = around.latestBeyond(briefing.settled()).orElse(NOBODY);
        return new Content(
                kind,
                around.current(),
                differences(kind, around.known(briefing.told()), around.current(), language),
                announced.author(),
                announced.comment(),
                around.slot().revision(),
                around.announced(),
                briefing.nextSequence(around.slot().sequence()));
    }

    private static List<Difference> differences(Kind kind, Facts told, Facts current, Language language) {
        return kind == Kind.CHANGED ? Differences.between(told, current, language) : List.of();
    }

    private static About about(Briefing briefing, BriefingFacts around) {
        return new About(
                briefing.conferenceId(),
                briefing.id(),
                briefing.appearanceId(),
                around.appearance().kind(),
                around.appearance().number(),
                around.appearance().title(),
                briefing.presenterId(),
                around.presenter().name());
    }

    private static MailRequest request(
            Content content, Briefing briefing, BriefingFacts around, Style style, List<String> earlier) {
        return new MailRequest(
                new MailRequest.Reader(around.presenter().name(), around.email()),
                new MailRequest.Conference(
                        around.conference().title(),
                        around.conference().slug(),
                        around.conference().logo()),
                new MailRequest.Appearance(
                        briefing.appearanceId(),
                        around.appearance().isSession(),
                        around.appearance().number()),
                content.kind() == Kind.SCHEDULED ? null : briefing.told(),
                content,
                style.sender(),
                style.language(),
                style.templates(),
                earlier,
                around.changedAt());
    }
}
