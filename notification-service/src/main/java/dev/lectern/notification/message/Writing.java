package dev.lectern.notification.message;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.NotificationRefusal;
import dev.lectern.notification.briefing.Audience;
import dev.lectern.notification.briefing.Audience.Part;
import dev.lectern.notification.mail.MailComposer;
import dev.lectern.notification.mail.MailTexts;
import dev.lectern.notification.mail.MessageTemplate;
import dev.lectern.notification.mail.PlainLetter;
import dev.lectern.notification.message.OrganiserMessage.Reason;
import dev.lectern.notification.message.OrganiserMessage.Unreached;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Message;
import dev.lectern.notification.notice.NoteAdded;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.notice.NoticeMetrics;
import dev.lectern.notification.notice.Pace;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.ConferenceDeleted;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.settings.SettingsChanged;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes notices of a message, one for each of its readers. Runs in the transaction of a request. */
@ApplicationScoped
class Writing {

    private final Audience audience;
    private final Letters letters;
    private final MailComposer composer;
    private final ConferenceSettings settings;
    private final Event<NoticeDue> due;
    private final NoticeMetrics metrics;

    Writing(
            Audience audience,
            Letters letters,
            MailComposer composer,
            ConferenceSettings settings,
            Event<NoticeDue> due,
            NoticeMetrics metrics) {
        this.audience = audience;
        this.letters = letters;
        this.composer = composer;
        this.settings = settings;
        this.due = due;
        this.metrics = metrics;
    }

    /**
     * Whom a message is for: by presenter, all that they are in. Nobody is written to twice.
     *
     * @param reached who can be written to
     * @param unreached who cannot
     */
    record Readers(Map<UUID, List<Part>> reached, Map<UUID, List<Part>> unreached) {

        static Reason reason(List<Part> parts) {
            return parts.get(0).address() == null ? Reason.NO_ADDRESS : Reason.BAD_ADDRESS;
        }
    }

    Readers readers(UUID conference, To to) {
        var whole = audience.of(conference);
        var meant = whole.stream()
                .filter(to.among(whole))
                .map(part -> part.presenter().id())
                .collect(Collectors.toSet());
        var byPresenter = whole.stream()
                .filter(part -> meant.contains(part.presenter().id()))
                .sorted(Comparator.comparing(part -> part.presenter().name()))
                .collect(Collectors.groupingBy(part -> part.presenter().id(), LinkedHashMap::new, Collectors.toList()));
        return new Readers(only(byPresenter, true), only(byPresenter, false));
    }

    private static Map<UUID, List<Part>> only(Map<UUID, List<Part>> byPresenter, boolean reached) {
        var some = new LinkedHashMap<UUID, List<Part>>();
        byPresenter.forEach((presenter, parts) -> {
            if (isReached(parts) == reached) {
                some.put(presenter, parts);
            }
        });
        return some;
    }

    private static boolean isReached(List<Part> parts) {
        return parts.get(0).address() != null && parts.stream().noneMatch(Part::isBad);
    }

    /** Nothing is sent or stored. Null where there is nobody to write to. */
    MailTexts example(Conference conference, MessageTemplate template, Readers readers) {
        var desk =
                letters.desk(template, conference, List.copyOf(readers.reached().keySet()), false);
        // What makes nothing of one of them is refused now, not when it is sent.
        var all = readers.reached().values().stream()
                .map(parts -> letter(desk, parts, ""))
                .toList();
        return all.isEmpty() ? null : composer.preview(all.get(0));
    }

    OrganiserMessage write(
            Conference conference, MessageRequest request, MessageTemplate template, Readers readers, String author) {
        Conference.hold(conference.id());
        var now = Notice.now();
        var unreached = readers.unreached().entrySet().stream()
                .map(one -> new Unreached(one.getKey(), Readers.reason(one.getValue())))
                .toList();
        var message = new OrganiserMessage(conference.id(), request, unreached, author, now);
        message.persist();
        var desk =
                letters.desk(template, conference, List.copyOf(readers.reached().keySet()), true);
        var rules = settings.of(conference.id());
        var pace = Pace.of(conference.id(), readers.reached().keySet());
        readers.reached().forEach((presenter, parts) -> {
            var letter = letter(desk, parts, "");
            var mail = composer.compose(letter);
            var notice = new Notice(
                    About.presenter(conference.id(), presenter, letter.reader().name()),
                    Content.of(Kind.MESSAGE, author),
                    new Message(letter.reader().address(), mail.subject(), mail.messageId()),
                    mail.bytes(),
                    now);
            notice.carries(message.id());
            if (rules.hold()) {
                notice.hold();
            } else if (pace.room(presenter, rules.mailsPerHour()) == 0) {
                notice.waitUntil(pace.nextRoom(presenter, rules.mailsPerHour()));
            }
            notice.persist();
            metrics.made(Kind.MESSAGE);
        });
        OrganiserMessage.flush();
        due.fire(new NoticeDue());
        return message;
    }

    /** Another limit holds for what waits too. */
    void reschedule(@Observes SettingsChanged changed) {
        var waiting = Notice.lockWaitingMessages(changed.conference());
        if (waiting.isEmpty()) {
            return;
        }
        var perHour = settings.of(changed.conference()).mailsPerHour();
        var pace = Pace.of(
                changed.conference(),
                waiting.stream().map(notice -> notice.about().presenterId()).toList(),
                waiting.stream().map(Notice::id).toList());
        var now = Notice.now();
        waiting.forEach(notice -> notice.waitUntil(pace.next(notice.about().presenterId(), perHour, now)));
        due.fire(new NoticeDue());
    }

    private static PlainLetter letter(Letters.Desk desk, List<Part> parts, String note) {
        try {
            return desk.to(parts, note);
        } catch (TemplateException e) {
            throw new Refused(
                    NotificationRefusal.INVALID_TEMPLATE, e.getMessage(), List.of(Fault.at("/text", e.getMessage())));
        }
    }

    /** What is released with a note says it, and whatever is true by then of its reader's talks. */
    void rewrite(@Observes NoteAdded added) {
        var messages = added.notices().stream()
                .filter(notice -> notice.organiserMessage() != null)
                .collect(Collectors.groupingBy(Notice::organiserMessage));
        if (messages.isEmpty()) {
            return;
        }
        Conference conference = Conference.findById(added.conference());
        var parts = audience.of(added.conference()).stream()
                .collect(Collectors.groupingBy(part -> part.presenter().id()));
        messages.forEach((id, notices) -> {
            var message = OrganiserMessage.of(added.conference(), id).orElseThrow();
            var template = MessageTemplate.parse(message.subject(), message.body());
            var readers = FormerPresenter.identities(
                    notices.stream().map(notice -> notice.about().presenterId()).toList());
            var desk = letters.desk(template, conference, List.copyOf(parts.keySet()), true);
            for (var notice : notices) {
                var theirs = parts.get(readers.traced(notice.about().presenterId()));
                if (theirs == null || theirs.get(0).address() == null) {
                    throw NotificationRefusal.NOT_POSSIBLE_NOW.because(
                            "The reader of the notice " + notice.id() + " is in nothing any more, or has no address");
                }
                var letter = letter(desk, theirs, added.note());
                var mail = composer.compose(letter);
                notice.rewrite(
                        added.note(),
                        new Message(letter.reader().address(), mail.subject(), mail.messageId()),
                        mail.bytes());
            }
        });
    }

    void forget(@Observes ConferenceDeleted deleted) {
        OrganiserMessage.forget(deleted.conference());
    }
}
