package dev.lectern.notification.bounce;

import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.tls.MailTrust;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jboss.logging.Logger;

/**
 * Reads the mailbox that reports arrive in. How far it has been read is a row that is written in the transaction of the
 * report's effect, so none is lost and none heeded twice, however many replicas read at once. What is understood is
 * marked as seen; the rest is left for people.
 */
@ApplicationScoped
class BounceMailbox {

    private static final Logger LOG = Logger.getLogger(BounceMailbox.class);

    private final ReportMailbox mailbox;
    private final MailTrust trust;
    private final Bounces bounces;
    private final EntityManager entities;
    private volatile boolean isAway;

    BounceMailbox(
            ReportMailbox mailbox, MailTrust trust, Bounces bounces, EntityManager entities, MeterRegistry metrics) {
        this.mailbox = mailbox;
        this.trust = trust;
        this.bounces = bounces;
        this.entities = entities;
        Gauge.builder("lectern.bounces.mailbox.away", this, box -> box.isAway ? 1 : 0)
                .description("1 while the mailbox that reports arrive in cannot be read, else 0")
                .register(metrics);
    }

    /** A mailbox that is away is looked at again the next time. */
    @Scheduled(every = "${lectern.bounces.imap.poll-interval:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        if (mailbox.host().isEmpty()) {
            return;
        }
        try {
            read();
            isAway = false;
        } catch (MessagingException | IOException e) {
            isAway = true;
            // Its message may name somebody.
            LOG.warnf(
                    "the mailbox of reports cannot be read error=%s",
                    e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            if (!DatabaseErrors.isTransient(e)) {
                throw e;
            }
            LOG.warn("the mailbox of reports waits for the database");
        }
    }

    private void read() throws MessagingException, IOException {
        var properties = mailbox.asProperties();
        trust.hold(properties, "imap");
        var session = Session.getInstance(properties);
        try (var store = new IMAPStore(session, new URLName("imap", null, -1, null, null, null))) {
            store.connect(
                    mailbox.host().orElseThrow(),
                    mailbox.port(),
                    mailbox.user().orElse(null),
                    mailbox.currentPassword().orElse(null));
            var folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            try {
                read(folder);
            } finally {
                // What people have marked as deleted is theirs to remove.
                folder.close(false);
            }
        }
    }

    private void read(IMAPFolder folder) throws MessagingException, IOException {
        var validity = folder.getUIDValidity();
        var read = QuarkusTransaction.requiringNew().call(() -> readUpTo(validity));
        // In the order of their UIDs; the last one is among them even where it has been read (RFC 3501, section 6.4.8).
        for (var message : folder.getMessagesByUID(read + 1, UIDFolder.LASTUID)) {
            var uid = folder.getUID(message);
            if (uid > read && !read((IMAPMessage) message, uid, validity)) {
                return;
            }
        }
    }

    /** Whether to go on with the next one, as it must come after this one. */
    private boolean read(IMAPMessage message, long uid, long validity) throws MessagingException, IOException {
        // Looking at it does not mark it as seen.
        message.setPeek(true);
        var bytes = message.getSize() > Bounces.LARGEST_REPORT ? new byte[0] : bytes(message);
        try {
            var taken = QuarkusTransaction.requiringNew()
                    .call(() -> isFirstToRead(uid, validity)
                            ? bounces.take(bytes, Bounces.Source.MAILBOX)
                            : Optional.<Bounces.Taken>empty());
            if (taken.isPresent()) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
            return true;
        } catch (Refused e) {
            LOG.infof("a report waits until its mail has been sent once more uid=%d", uid);
            return false;
        }
    }

    private static byte[] bytes(IMAPMessage message) throws MessagingException, IOException {
        try (var in = message.getMimeStream()) {
            return in.readAllBytes();
        }
    }

    /** Another validity numbers all messages anew. */
    private long readUpTo(long validity) {
        entities.createNativeQuery("""
                        insert into bounce_mailbox (name, uid_validity, last_uid) values (:name, :validity, 0)
                        on conflict (name) do update
                        set last_uid = 0, uid_validity = excluded.uid_validity
                        where bounce_mailbox.uid_validity <> excluded.uid_validity""")
                .setParameter("name", mailbox.name())
                .setParameter("validity", validity)
                .executeUpdate();
        return ((Number) entities.createNativeQuery("select last_uid from bounce_mailbox where name = :name")
                        .setParameter("name", mailbox.name())
                        .getSingleResult())
                .longValue();
    }

    /** Others that read too wait here, and then are not. */
    private boolean isFirstToRead(long uid, long validity) {
        return entities.createNativeQuery("""
                                update bounce_mailbox set last_uid = :uid
                                where name = :name and uid_validity = :validity and last_uid < :uid""")
                        .setParameter("uid", uid)
                        .setParameter("name", mailbox.name())
                        .setParameter("validity", validity)
                        .executeUpdate()
                == 1;
    }
}
