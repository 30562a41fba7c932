package dev.lectern.notification.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.lectern.notification.bounce.ReturnPaths;
import dev.lectern.notification.briefing.Outcomes;
import dev.lectern.notification.notice.Delivery;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import dev.lectern.notification.notice.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * The transactions around an attempt: claimed and on record before it starts, reported by its holder alone, and taken
 * for ambiguous when the holder fell silent. Time is the database's, so that the clocks of replicas do not matter.
 */
@ApplicationScoped
class Leases {

    /**
     * In one statement: the mails that have been due for longest, news before messages, all notices that each of them
     * tells, and their attempts. What has been touched waits for its evaluation: the notice may no longer be true.
     */
    private static final String CLAIM = """
            with due as materialized (
                select id, state from notice
                where state in ('DUE', 'RETRYING', 'AMBIGUOUS') and next_attempt_at <= now()
                    and (bundle is null or bundle = id)
                    and not exists (
                        select from notice as part join touch using (appearance_id)
                        where coalesce(part.bundle, part.id) = notice.id
                            and part.state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS'))
                order by kind = 'MESSAGE', next_attempt_at, seq limit :most for update of notice skip locked),
            claimed as (
                update notice set state = 'SENDING', attempts = attempts + 1, next_attempt_at = null,
                    lease_holder = :holder, lease_until = now() + :lease * interval '1 millisecond'
                from due
                where coalesce(notice.bundle, notice.id) = due.id
                    and notice.state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS')
                returning due.id as mail, notice.id, attempts, due.state, to_address,
                    case when notice.id = due.id then message end as message, seq),
            noted as (
                insert into delivery (notice_id, attempt, started_at) select id, attempts, now() from claimed)
            select mail, id, attempts, state, to_address, message from claimed order by seq""";

    private static final String RENEW = """
            update notice set lease_until = now() + :lease * interval '1 millisecond'
            where id = any (:notices) and state = 'SENDING' and lease_holder = :holder""";

    /** As if it had never been claimed. */
    private static final String RELEASE = """
            with released as (
                update notice set state = :before, attempts = attempts - 1, next_attempt_at = now(),
                    lease_holder = null, lease_until = null
                where id = any (:notices) and state = 'SENDING' and lease_holder = :holder
                returning id, attempts)
            delete from delivery using released where notice_id = id and attempt = attempts + 1""";

    private static final String EXPIRED = """
            select * from notice where state = 'SENDING' and lease_until < now()
            order by lease_until limit 1 for update skip locked""";

    private final Session session;
    private final Outcomes outcomes;
    private final DeliveryRules rules;
    private final ReturnPaths paths;

    Leases(Session session, Outcomes outcomes, DeliveryRules rules, ReturnPaths paths) {
        this.session = session;
        this.outcomes = outcomes;
        this.rules = rules;
        this.paths = paths;
    }

    /** Mails that are due, on record as being sent; empty when there is none that nobody else is at. */
    @Transactional
    List<Claim> claim(int most) {
        var holder = UUID.randomUUID();
        var rows = session.createNativeQuery(CLAIM, Tuple.class)
                .setParameter("most", most)
                .setParameter("holder", holder)
                .setParameter("lease", rules.lease().toMillis())
                .getResultList();
        return rows.stream()
                .collect(groupingBy(row -> row.get(0, UUID.class), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(mail -> claim(mail.getKey(), mail.getValue(), holder))
                .toList();
    }

    private Claim claim(UUID mail, List<Tuple> notices, UUID holder) {
        var leader = notices.stream()
                .filter(notice -> notice.get(1, UUID.class).equals(mail))
                .findFirst()
                .orElseThrow();
        return new Claim(
                mail,
                notices.stream().map(notice -> notice.get(1, UUID.class)).toList(),
                holder,
                leader.get(2, Integer.class),
                NoticeState.valueOf(leader.get(3, String.class)),
                paths.of(mail),
                leader.get(4, String.class),
                leader.get(5, byte[].class));
    }

    /** Whether the claim still holds. */
    @Transactional
    boolean renew(Claim claim) {
        var renewed = session.createNativeMutationQuery(RENEW)
                .setParameter("lease", rules.lease().toMillis())
                .setParameter("notices", ids(claim.notices()))
                .setParameter("holder", claim.holder())
                .executeUpdate();
        return renewed == claim.notices().size();
    }

    /**
     * Writes down how attempts ended, unless a claim was lost meanwhile or its notice deleted, and gives back claims
     * that nothing was tried for. That a message was accepted ends the doubt even after the lease.
     *
     * @return the attempts whose claim was lost
     */
    @Transactional
    List<Claim> report(Map<Claim, Attempt> ended, List<Claim> untried) {
        untried.forEach(this::release);
        var ids = ended.keySet().stream()
                .flatMap(claim -> claim.notices().stream())
                .toList();
        var notices = Notice.lock(ids);
        Delivery.load(ids);
        outcomes.hold(notices.values());
        return ended.entrySet().stream()
                .filter(one -> !report(one.getKey(), one.getValue(), notices))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the claim still held. */
    private boolean report(Claim claim, Attempt attempt, Map<UUID, Notice> locked) {
        var theirs = claim.notices().stream()
                .flatMap(id -> Stream.ofNullable(locked.get(id)))
                .filter(notice -> notice.isHeldBy(claim.holder())
                        || (attempt.verdict() == Verdict.ACCEPTED && notice.isInDoubtBecauseOf(claim.holder())))
                .toList();
        theirs.forEach(notice -> end(notice, attempt));
        return !theirs.isEmpty();
    }

    private void release(Claim claim) {
        session.createNativeMutationQuery(RELEASE)
                .setParameter("before", claim.before().name())
                .setParameter("notices", ids(claim.notices()))
                .setParameter("holder", claim.holder())
                .executeUpdate();
    }

    private static UUID[] ids(List<UUID> notices) {
        return notices.toArray(UUID[]::new);
    }

    /** One attempt whose holder fell silent counts as ambiguous; says whether there was one. */
    @Transactional
    boolean expireOne() {
        var expired = one(EXPIRED);
        expired.ifPresent(notice -> end(notice, new Attempt(Verdict.AMBIGUOUS, "the sender stopped in the middle")));
        return expired.isPresent();
    }

    private void end(Notice notice, Attempt attempt) {
        var now = Notice.now();
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
}
