package dev.lectern.notification.bounce;

import dev.lectern.notification.NotificationRefusal;
import dev.lectern.notification.briefing.Outcomes;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What a report does to the notice that it is about, and to its reader's address. Runs in a transaction. */
@ApplicationScoped
class Bounces {

    private static final Logger LOG = Logger.getLogger(Bounces.class);

    /** Much more than a mail of ours with its report. */
    static final long LARGEST_REPORT = 1_000_000;

    /** How a report got here. */
    enum Source {
        /** An admin vouches for it. */
        REQUEST,
        /** Anybody may have written it. */
        MAILBOX
    }

    enum Effect {
        BAD_ADDRESS,
        FAILED,
        /** The mail may still arrive, or all was known. */
        NONE
    }

    /** @param status as RFC 3463 has it, empty where the report has none */
    record Taken(Effect effect, UUID notice, String status) {}

    private final ReturnPaths paths;
    private final Outcomes outcomes;
    private final MeterRegistry metrics;

    Bounces(ReturnPaths paths, Outcomes outcomes, MeterRegistry metrics) {
        this.paths = paths;
        this.outcomes = outcomes;
        this.metrics = metrics;
    }

    /** Empty where it is no report, or about no mail of ours: nothing is done then. */
    Optional<Taken> take(byte[] message, Source source) {
        var report = BounceReport.read(message);
        var taken = report.flatMap(known -> notice(known, source).map(notice -> take(known, notice, digest(message))));
        count(source, taken.map(known -> known.effect().name()).orElse("UNUSABLE"));
        return taken;
    }

    /**
     * A Message-ID is known to whoever has the mail, or an answer to it. It counts only for an admin, and only where the
     * mail went to whom the report is about.
     */
    private Optional<UUID> notice(BounceReport report, Source source) {
        var signed = paths.noticeIn(report.headers());
        return signed.isPresent()
                        || source != Source.REQUEST
                        || report.messageId() == null
                        || report.recipient() == null
                ? signed
                : Notice.idOf(report.messageId(), report.recipient());
    }

    private Taken take(BounceReport report, UUID id, String digest) {
        var notices = Notice.lockMail(id);
        if (notices.stream().anyMatch(notice -> notice.state() == NoticeState.SENDING)) {
            throw NotificationRefusal.NOT_POSSIBLE_NOW.because("The mail is just being sent once more");
        }
        var concerned = report.hasFailed()
                ? notices.stream().filter(notice -> notice.reported(digest)).toList()
                : List.<Notice>of();
        if (concerned.isEmpty()) {
            return new Taken(Effect.NONE, id, report.status());
        }
        outcomes.hold(concerned);
        var isAddressBad = MailStatus.saysThatTheAddressIsBad(report.status());
        for (var notice : concerned) {
            if (isAddressBad) {
                outcomes.addressRefused(notice, report.words());
            } else {
                outcomes.undelivered(notice, report.words());
            }
        }
        LOG.infof("a mail did not arrive notice=%s status=%s bad_address=%s", id, report.status(), isAddressBad);
        return new Taken(isAddressBad ? Effect.BAD_ADDRESS : Effect.FAILED, id, report.status());
    }

    private void count(Source source, String effect) {
        Counter.builder("lectern.bounces")
                .description("Reports about mails that did not arrive, by where they came from and what they did")
                .tag("source", source.name())
                .tag("effect", effect)
                .register(metrics)
                .increment();
    }

    private static String digest(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
