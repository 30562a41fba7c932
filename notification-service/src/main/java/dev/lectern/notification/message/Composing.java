package dev.lectern.notification.message;

import dev.lectern.chassis.replica.Identities;
import dev.lectern.notification.briefing.Audience;
import dev.lectern.notification.briefing.Audience.Part;
import dev.lectern.notification.mail.MailComposer;
import dev.lectern.notification.mail.MessageTemplate;
import dev.lectern.notification.message.MessageRecipient.Reason;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.notice.NoticeMetrics;
import dev.lectern.notification.notice.Pace;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.settings.ConferenceSettings;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Makes a notice for each presenter whom a message is for, some at a time. Notice and recipient are of one transaction,
 * so nobody is left out and nobody gets two. Runs in a transaction.
 */
@ApplicationScoped
class Composing {

    private static final Logger LOG = Logger.getLogger(Composing.class);

    private final Audience audience;
    private final Letters letters;
    private final MailComposer composer;
    private final ConferenceSettings settings;
    private final Event<NoticeDue> due;
    private final NoticeMetrics metrics;

    Composing(
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

    /** Whether there was anything to compose that nobody else is at. */
    boolean composeNext(int most) {
        return MessageRecipient.nextConference()
                .map(conference -> composeNext(conference, most))
                .orElse(false);
    }

    private boolean composeNext(UUID conferenceId, int most) {
        Conference.hold(conferenceId);
        var recipients = MessageRecipient.lockNext(conferenceId, most);
        if (recipients.isEmpty()) {
            return false;
        }
        Conference conference = Conference.findById(conferenceId);
        var asked = recipients.stream().map(MessageRecipient::presenter).toList();
        var identities = FormerPresenter.identities(asked);
        var distinct = recipients.stream().filter(one -> isOwn(one, identities)).toList();
        var presenters = distinct.stream().map(MessageRecipient::presenter).toList();
        // Briefings follow who was merged a little later.
        var ids = Stream.concat(asked.stream(), presenters.stream()).distinct().toList();
        var parts = audience.of(conferenceId, ids).stream()
                .collect(Collectors.groupingBy(part -> part.presenter().id()));
        var messages = OrganiserMessage.of(
                distinct.stream().map(MessageRecipient::message).distinct().toList());
        var pace = Pace.ofAll(conferenceId, presenters);
        distinct.stream()
                .collect(Collectors.groupingBy(MessageRecipient::message))
                .forEach((message, theirs) -> compose(messages.get(message), conference, theirs, parts, pace));
        due.fire(new NoticeDue());
        return true;
    }

    /** A message that cannot be read any more never keeps others from their readers. */
    private void compose(
            OrganiserMessage message,
            Conference conference,
            List<MessageRecipient> readers,
            Map<UUID, List<Part>> parts,
            Pace pace) {
        MessageTemplate template;
        try {
            template = MessageTemplate.parse(message.subject(), message.body());
        } catch (TemplateException e) {
            LOG.warnf("a message cannot be read message=%s readers=%d", message.id(), readers.size());
            readers.forEach(reader -> reader.isLeftOut(Reason.NOT_COMPOSED));
            return;
        }
        new Batch(message, template, conference, pace, List.copyOf(parts.keySet())).compose(readers, parts);
    }

    /**
     * Follows who was merged meanwhile; whoever then stands there twice stands there once. Who stays may have had no
     * address before, and then has the mail that is still to be composed.
     */
    private static boolean isOwn(MessageRecipient recipient, Identities identities) {
        var today = identities.traced(recipient.presenter());
        if (today.equals(recipient.presenter())) {
            return true;
        }
        if (MessageRecipient.isFor(today, recipient.message())) {
            recipient.delete();
            return false;
        }
        MessageRecipient.giveWay(today, recipient.message());
        recipient.follow(today);
        return true;
    }

    /** Some of the readers of one message. */
    private final class Batch {

        private final OrganiserMessage message;
        private final UUID conference;
        private final Letters.Desk desk;
        private final Pace pace;
        private final int perHour;
        private final Instant now = Notice.now();

        private Batch(
                OrganiserMessage message,
                MessageTemplate template,
                Conference conference,
                Pace pace,
                List<UUID> presenters) {
            this.message = message;
            this.conference = conference.id();
            this.desk = letters.desk(template, conference, presenters, true);
            this.pace = pace;
            this.perHour = settings.of(conference.id()).mailsPerHour();
        }

        private void compose(List<MessageRecipient> recipients, Map<UUID, List<Part>> parts) {
            recipients.forEach(one -> compose(one, parts.get(one.presenter())));
        }

        private void compose(MessageRecipient recipient, List<Part> parts) {
            if (parts == null) {
                recipient.isLeftOut(Reason.GONE);
            } else if (!Writing.isReached(parts)) {
                recipient.isLeftOut(Writing.Readers.reason(parts));
            } else {
                write(recipient, parts);
            }
        }

        /** The mail of one reader never keeps the others from theirs. */
        private void write(MessageRecipient recipient, List<Part> parts) {
            Notice notice;
            try {
                notice = notice(parts);
            } catch (RuntimeException e) {
                LOG.warnf(
                        "a message makes nothing for a reader message=%s presenter=%s error=%s",
                        message.id(), recipient.presenter(), e.getClass().getSimpleName());
                recipient.isLeftOut(Reason.NOT_COMPOSED);
                return;
            }
            if (message.hold()) {
                notice.hold();
            } else {
                notice.waitUntil(pace.next(recipient.presenter(), perHour, now));
            }
            notice.persist();
            recipient.has(notice.id());
            metrics.made(Kind.MESSAGE);
        }

        private Notice notice(List<Part> parts) {
            var presenter = parts.get(0).presenter();
            var about = About.presenter(conference, presenter.id(), presenter.name());
            var notice = composer.notice(about, Kind.MESSAGE, message.author(), desk.to(parts, ""), now);
            notice.carries(message.id());
            return notice;
        }
    }
}
