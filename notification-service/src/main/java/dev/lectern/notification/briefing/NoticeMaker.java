package dev.lectern.notification.briefing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.lectern.notification.briefing.Evaluation.Look;
import dev.lectern.notification.link.PresenterLinks;
import dev.lectern.notification.mail.Differences;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailComposer;
import dev.lectern.notification.mail.MailRequest;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Message;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.notice.NoticeMetrics;
import dev.lectern.notification.notice.Pace;
import dev.lectern.notification.replica.Announced;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.settings.Settings;
import dev.lectern.notification.template.ConferenceTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Makes the notices of differences, with their mails, and lets the delivery know. Runs in the transaction of an
 * evaluation.
 */
@ApplicationScoped
class NoticeMaker {

    /** Beyond that a mail is longer than anybody reads. */
    private static final int MOST_IN_A_MAIL = 50;

    private static final byte[] ELSEWHERE = {};

    private static final Announced NOBODY = new Announced(0, null, null, null);

    private final MailComposer composer;
    private final ConferenceSettings settings;
    private final ConferenceTemplates templates;
    private final PresenterLinks links;
    private final Event<NoticeDue> due;
    private final NoticeMetrics metrics;

    NoticeMaker(
            MailComposer composer,
            ConferenceSettings settings,
            ConferenceTemplates templates,
            PresenterLinks links,
            Event<NoticeDue> due,
            NoticeMetrics metrics) {
        this.composer = composer;
        this.settings = settings;
        this.templates = templates;
        this.links = links;
        this.due = due;
        this.metrics = metrics;
    }

    /**
     * All for readers of one conference. Whoever is to be told of many appearances gets one mail of all of them.
     *
     * @param held those whose notices are to be held, whatever the settings say
     */
    void make(UUID conference, List<Look> looks, Set<Briefing> held) {
        if (looks.isEmpty()) {
            return;
        }
        var desk = desk(conference, looks);
        var byReader = looks.stream()
                .collect(groupingBy(look -> look.around().presenter().id(), LinkedHashMap::new, toList()));
        var pace = Pace.ofNews(conference, byReader.keySet());
        byReader.forEach((reader, theirs) -> make(reader, theirs, desk, pace, held));
        due.fire(new NoticeDue());
    }

    /** One mail, however many its reader has had. */
    void makeAtOnce(UUID conference, List<Look> looks) {
        make(looks, desk(conference, looks), Set.of());
        due.fire(new NoticeDue());
    }

    /** Where there is room for fewer mails than there would be, one tells all; where there is none, all of it waits. */
    private void make(UUID reader, List<Look> looks, Desk desk, Pace pace, Set<Briefing> held) {
        var perHour = desk.rules().mailsPerHour();
        var room = pace.room(reader, perHour);
        if (room == 0) {
            var later = pace.nextRoom(reader, perHour);
            looks.forEach(look -> look.briefing().waitUntil(later, held.contains(look.briefing())));
            return;
        }
        var mails = mails(looks, desk.rules().bundleFrom());
        (mails.size() > room ? mails(looks, 2) : mails).forEach(mail -> make(mail, desk, held));
    }

    private static List<List<Look>> mails(List<Look> ofReader, int bundleFrom) {
        if (ofReader.size() < bundleFrom) {
            return ofReader.stream().map(List::of).toList();
        }
        var inOrder = ofReader.stream().sorted(comparing(NoticeMaker::startsAt)).toList();
        return IntStream.iterate(0, from -> from < inOrder.size(), from -> from + MOST_IN_A_MAIL)
                .mapToObj(from -> inOrder.subList(from, Math.min(from + MOST_IN_A_MAIL, inOrder.size())))
                .toList();
    }

    private static OffsetDateTime startsAt(Look look) {
        var now = look.around().current();
        return (now == null ? look.briefing().told() : now).startsAt();
    }

    private void make(List<Look> looks, Desk desk, Set<Briefing> held) {
        var requests = looks.stream()
                .map(look -> desk.request(look, content(look, desk.language(look))))
                .toList();
        var mail = composer.compose(requests);
        var message = new Message(looks.get(0).around().email(), mail.subject(), mail.messageId());
        var notices = new ArrayList<Notice>();
        for (var look : looks) {
            var content = requests.get(notices.size()).content();
            var bytes = notices.isEmpty() ? mail.bytes() : ELSEWHERE;
            notices.add(new Notice(about(look.briefing(), look.around()), content, message, bytes, desk.now()));
        }
        if (notices.size() > 1) {
            notices.forEach(notice -> notice.bundle(notices.get(0)));
        }
        if (desk.rules().hold() || looks.stream().map(Look::briefing).anyMatch(held::contains)) {
            notices.forEach(Notice::hold);
        }
        for (var notice : notices) {
            notice.persist();
            looks.get(notices.indexOf(notice)).briefing().noticeMade(notice);
            metrics.made(notice.content().kind());
        }
    }

    /** Makes the mail of notices anew, with a note to its reader. Each is beside what is true now. */
    void rewrite(UUID conference, Map<Notice, Look> mail, String note) {
        var desk = desk(conference, List.copyOf(mail.values()));
        var requests = mail.entrySet().stream()
                .map(one -> desk.request(one.getValue(), one.getKey().content().withNote(note)))
                .toList();
        var composed = composer.compose(requests);
        for (var notice : mail.keySet()) {
            var message = new Message(notice.message().toAddress(), composed.subject(), composed.messageId());
            notice.rewrite(note, message, notice.mail().equals(notice.id()) ? composed.bytes() : ELSEWHERE);
        }
    }

    private Desk desk(UUID conference, List<Look> looks) {
        var rules = settings.of(conference);
        return new Desk(
                Notice.now(),
                links.urls(
                        conference,
                        looks.stream()
                                .map(look -> look.around().presenter().id())
                                .toList()),
                rules,
                templates.of(conference),
                new MailRequest.Sender(Organizer.of(conference, rules.from()), rules.from(), rules.answersTo()),
                Notice.threads(looks.stream().map(look -> look.briefing().id()).toList()));
    }

    private static Content content(Look look, Language language) {
        var briefing = look.briefing();
        var around = look.around();
        var kind = look.verdict().kind();
        var announced = around.latestBeyond(briefing.settled()).orElse(NOBODY);
        return new Content(
                kind,
                around.current(),
                differences(kind, around.known(briefing.told()), around.current(), language),
                announced.author(),
                announced.comment(),
                around.slot().revision(),
                around.announced(),
                briefing.nextSequence(around.slot().sequence()),
                null);
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

    /**
     * What all mails of a conference have in common.
     *
     * @param pages by presenter, the addresses of their own pages
     * @param threads by briefing, the mails that its reader has
     */
    private record Desk(
            Instant now,
            Map<UUID, String> pages,
            Settings rules,
            ConferenceTemplates.Saved templates,
            MailRequest.Sender sender,
            Map<UUID, List<String>> threads) {

        private Language language(Look look) {
            return Language.of(look.around().presenter().locale(), rules.defaultLanguage());
        }

        private MailRequest request(Look look, Content content) {
            var briefing = look.briefing();
            var around = look.around();
            return new MailRequest(
                    new MailRequest.Reader(
                            around.presenter().name(),
                            around.email(),
                            pages.get(around.presenter().id())),
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
                    sender,
                    language(look),
                    templates.in(language(look)),
                    threads.getOrDefault(briefing.id(), List.of()),
                    around.changedAt());
        }
    }
}
