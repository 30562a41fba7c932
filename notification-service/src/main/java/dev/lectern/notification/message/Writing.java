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
import dev.lectern.notification.message.MessageRecipient.Reason;
import dev.lectern.notification.notice.Message;
import dev.lectern.notification.notice.NoteAdded;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.notice.Pace;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.ConferenceDeleted;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.PresenterChanged;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.settings.SettingsChanged;
import io.quarkus.qute.TemplateException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in a message and whom it is for. Runs in the transaction of a request. */
@ApplicationScoped
class Writing {

    private final Audience audience;
    private final Letters letters;
    private final MailComposer composer;
    private final ConferenceSettings settings;
    private final Event<NoticeDue> due;
    private final Event<MessageWritten> written;

    Writing(
            Audience audience,
            Letters letters,
            MailComposer composer,
            ConferenceSettings settings,
            Event<NoticeDue> due,
            Event<MessageWritten> written) {
        this.audience = audience;
        this.letters = letters;
        this.composer = composer;
        this.settings = settings;
        this.due = due;
        this.written = written;
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

    static boolean isReached(List<Part> parts) {
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

    /**
     * What is stored is for these; their mails are composed behind it.
     *
     * @throws Refused 404 when the conference was deleted since the caller was let in
     */
    OrganiserMessage write(Conference conference, MessageRequest request, Readers readers, String author) {
        if (!Conference.hold(conference.id())) {
            throw Refused.notFound("The conference was deleted a moment ago");
        }
        var message = new OrganiserMessage(
                conference.id(), request, settings.of(conference.id()).hold(), author, Notice.now());
        message.persist();
        var recipients = new LinkedHashMap<UUID, Optional<Reason>>();
        readers.reached().keySet().forEach(presenter -> recipients.put(presenter, Optional.empty()));
        readers.unreached()
                .forEach((presenter, parts) -> recipients.put(presenter, Optional.of(Readers.reason(parts))));
        OrganiserMessage.flush();
        MessageRecipient.add(message.id(), conference.id(), recipients);
        written.fire(new MessageWritten());
        return message;
    }

    /** Another limit holds for what waits too. */
    void reschedule(@Observes SettingsChanged changed) {
        var waiting = Notice.lockWaitingMessages(changed.conference());
        if (waiting.isEmpty()) {
            return;
        }
        var perHour = settings.of(changed.conference()).mailsPerHour();
        var pace = Pace.ofAll(
                changed.conference(),
                waiting.stream().map(notice -> notice.about().presenterId()).toList(),
                waiting.stream().map(Notice::id).toList());
        var now = Notice.now();
        waiting.forEach(notice -> notice.waitUntil(pace.next(notice.about().presenterId(), perHour, now)));
        due.fire(new NoticeDue());
    }

    static PlainLetter letter(Letters.Desk desk, List<Part> parts, String note) {
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
        var ids = added.notices().stream()
                .map(notice -> notice.about().presenterId())
                .toList();
        var readers = FormerPresenter.identities(ids);
        var parts = audience
                .of(
                        added.conference(),
                        Stream.concat(ids.stream(), ids.stream().map(readers::traced))
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(part -> part.presenter().id()));
        messages.forEach((id, notices) -> {
            var message = OrganiserMessage.of(added.conference(), id).orElseThrow();
            var template = MessageTemplate.parse(message.subject(), message.body());
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
        MessageRecipient.forget(deleted.conference());
        OrganiserMessage.forget(deleted.conference());
    }

    /** Before the notices of who is erased: a mail that is being composed is waited for, and goes with them. */
    void forget(@Observes @Priority(1) PresenterChanged changed) {
        var identities = FormerPresenter.identities(changed.presenters());
        MessageRecipient.forgetPresenters(
                changed.presenters().stream().filter(identities::isErased).toList());
    }
}
