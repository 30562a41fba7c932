package dev.lectern.notification.delivery;

import dev.lectern.notification.briefing.Outcomes;
import dev.lectern.notification.notice.Delivery;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.Session;

/**
 * The transactions around an attempt: claimed and on record before it starts, reported by its holder alone, and taken
 * for ambiguous when the holder fell silent. Time is the database's, so that the clocks of replicas do not matter.
 */
@ApplicationScoped
class Leases {

    /** What has been touched waits for its evaluation: the notice may no longer be true. */
    private static final String DUE = """
            select * from notice
            where state in ('DUE', 'RETRYING', 'AMBIGUOUS') and next_attempt_at <= now()
                and not exists (select from touch where touch.appearance_id = notice.appearance_id)
            order by next_attempt_at, seq limit 1 for update of notice skip locked""";

    private static final String EXPIRED = """
            select * from notice where state = 'SENDING' and lease_until < now()
            order by lease_until limit 1 for update skip locked""";

    private final Session session;
    private final Outcomes outcomes;
    private final DeliveryRules rules;

    Leases(Session session, Outcomes outcomes, DeliveryRules rules) {
        this.session = session;
        this.outcomes = outcomes;
        this.rules = rules;
    }

    /** The next notice that is due, on record as being sent; empty when there is none that nobody else is at. */
    @Transactional
    Optional<Claim> claim() {
        return one(DUE).map(notice -> {
            var now = now();
            var holder = UUID.randomUUID();
            notice.claim(holder, now.plus(rules.lease()));
            new Delivery(notice, now).persist();
            return Claim.of(notice, holder);
        });
    }

    /** Whether the claim still holds. */
    @Transactional
    boolean renew(Claim claim) {
        var notice = Notice.lock(claim.notice());
        if (notice == null || !notice.isHeldBy(claim.holder())) {
            return false;
        }
        notice.renew(now().plus(rules.lease()));
        return true;
    }

    /**
     * Writes down how an attempt ended, unless the claim was lost meanwhile or the notice deleted; says whether it did.
     * That a message was accepted ends the doubt even after the lease.
     */
    @Transactional
    boolean report(Claim claim, Attempt attempt) {
        var notice = Notice.lock(claim.notice());
        if (notice == null) {
            return false;
        }
        var late = attempt.verdict() == Verdict.ACCEPTED && notice.isInDoubtBecauseOf(claim.holder());
        if (!notice.isHeldBy(claim.holder()) && !late) {
            return false;
        }
        end(notice, attempt);
        return true;
    }

    /** One attempt whose holder fell silent counts as ambiguous; says whether there was one. */
    @Transactional
    boolean expireOne() {
        var expired = one(EXPIRED);
        expired.ifPresent(notice -> end(notice, new Attempt(Verdict.AMBIGUOUS, "the sender stopped in the middle")));
        return expired.isPresent();
    }

    private void end(Notice notice, Attempt attempt) {
        var now = now();
        var outcome = attempt.verdict().outcome();
        Delivery.of(notice.id(), notice.attempts()).end(outcome, attempt.reply(), now);
        switch (attempt.verdict()) {
            case ACCEPTED -> outcomes.accepted(notice, now);
            case ADDRESS_REFUSED -> outcomes.addressRefused(notice, attempt.reply());
            case MESSAGE_REFUSED -> outcomes.failed(notice, attempt.reply());
            case TRANSIENT, MISCONFIGURED, AMBIGUOUS -> repeat(notice, attempt, now);
        }
    }

    private void repeat(Notice notice, Attempt attempt, Instant now) {
        var next = now.plus(
                Waits.after(notice.attempts(), ThreadLocalRandom.current().nextDouble()));
        if (next.isAfter(notice.createdAt().plus(rules.giveUpAfter()))) {
            giveUp(notice, attempt);
        } else if (attempt.verdict().outcome() == Outcome.AMBIGUOUS) {
            outcomes.ambiguous(notice, next, attempt.reply());
        } else {
            outcomes.retryLater(notice, next, attempt.reply());
        }
    }

    private void giveUp(Notice notice, Attempt attempt) {
        if (attempt.verdict().outcome() == Outcome.AMBIGUOUS) {
            outcomes.ambiguous(notice, null, attempt.reply());
        }
        outcomes.failed(notice, "given up: " + attempt.reply());
    }

    private Optional<Notice> one(String query) {
        return session.createNativeQuery(query, Notice.class).getResultList().stream()
                .findFirst();
    }

    private Instant now() {
        return session.createNativeQuery("select now()", Instant.class).getSingleResult();
    }
}
