package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.replica.Address;
import dev.lectern.notification.replica.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What the end of an attempt means for the notice and its briefing. Runs in the delivery's transaction, which holds the
 * lock of the notice and is the holder of its lease. An evaluation that waited for the attempt is woken by the commit.
 */
@ApplicationScoped
public class Outcomes {

    private final Event<Touched> touched;
    private final Event<AddressMarked> marked;
    private final BadAddresses addresses;

    Outcomes(Event<Touched> touched, Event<AddressMarked> marked, BadAddresses addresses) {
        this.touched = touched;
        this.marked = marked;
        this.addresses = addresses;
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

    /**
     * A mail server refused the recipient for good, at once or in a report: nothing goes to this address until there is
     * another one, or somebody says that it is right.
     */
    public void addressRefused(Notice notice, String words) {
        if (notice.state().isSent() || notice.state().isOpen()) {
            notice.addressRefused(words);
        }
        Briefing.lockOf(notice)
                .ifPresent(briefing -> briefing.bounced(notice.message().toAddress()));
        var about = notice.about();
        // What goes to organisers has no presenter.
        if (about.presenterId() != null && !isAboutAnotherAddress(notice)) {
            addresses.mark(notice, words);
            marked.fire(new AddressMarked(about.conferenceId(), about.presenterId(), notice.id(), words));
        }
        touched.fire(new Touched());
    }

    /** One that a presenter asked for and nobody has confirmed: they are written to elsewhere, and reached there. */
    private static boolean isAboutAnotherAddress(Notice notice) {
        var to = notice.message().toAddress();
        return notice.content().kind() == Kind.ADDRESS_CHANGE
                && Optional.<Address>ofNullable(Address.findById(notice.about().presenterId()))
                        .filter(known -> to.equals(known.email()))
                        .isEmpty();
    }

    /** A report says that it did not arrive, but nothing against the address. */
    public void undelivered(Notice notice, String words) {
        if (notice.state().isSent() || notice.state().isOpen()) {
            notice.failed(words);
        }
        Briefing.lockOf(notice).ifPresent(briefing -> {
            briefing.lost(notice.message().toAddress());
            briefing.settle(notice.content().settles());
        });
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
