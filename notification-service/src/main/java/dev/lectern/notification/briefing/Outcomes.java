package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.replica.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;

/**
 * What the end of an attempt means for the notice and its briefing. Runs in the delivery's transaction, which holds the
 * lock of the notice and is the holder of its lease. An evaluation that waited for the attempt is woken by the commit.
 */
@ApplicationScoped
public class Outcomes {

    private final Event<Touched> touched;

    Outcomes(Event<Touched> touched) {
        this.touched = touched;
    }

    /** Locks the briefings of some notices, so that each of them is at hand. */
    public void hold(Collection<Notice> notices) {
        Briefing.lockThoseOf(notices);
    }

    public void accepted(Notice notice, Instant at) {
        notice.accepted(at);
        Briefing.lockOf(notice).ifPresent(briefing -> briefing.told(notice));
        touched.fire(new Touched());
    }

    /** It may have been accepted: it counts as told, and is repeated unless its facts change. */
    public void ambiguous(Notice notice, Instant next, String reason) {
        notice.ambiguous(next, reason);
        Briefing.lockOf(notice).ifPresent(briefing -> briefing.told(notice));
        touched.fire(new Touched());
    }

    public void retryLater(Notice notice, Instant next, String reason) {
        notice.retryAt(next, reason);
        touched.fire(new Touched());
    }

    /** The mail server refused the recipient for good: nothing goes to this address until there is another one. */
    public void addressRefused(Notice notice, String reply) {
        notice.failed(reply);
        Briefing.lockOf(notice)
                .ifPresent(briefing -> briefing.bounced(notice.message().toAddress()));
        touched.fire(new Touched());
    }

    /** Given up: the announcement needs no more telling, but the next one tells the whole difference. */
    public void failed(Notice notice, String reason) {
        notice.failed(reason);
        Briefing.lockOf(notice)
                .ifPresent(briefing -> briefing.settle(notice.content().settles()));
        touched.fire(new Touched());
    }
}
