package dev.lectern.notification.delivery;

import dev.lectern.notification.notice.Outcome;

/** What an attempt came to. */
enum Verdict {
    ACCEPTED(Outcome.ACCEPTED),
    /** Not now: no connection, a reply of 4xx, or no reply while the message was not yet handed over. */
    TRANSIENT(Outcome.TRANSIENT),
    /** Nobody is there: 5xx to the recipient, because of the address. */
    ADDRESS_REFUSED(Outcome.REFUSED),
    /** This message is not taken: 5xx to its sender or content, or to its recipient for another reason. */
    MESSAGE_REFUSED(Outcome.REFUSED),
    /**
     * The server does not want us: 5xx before any recipient was named. No notice will fare better until someone acts.
     */
    MISCONFIGURED(Outcome.TRANSIENT),
    /** The whole message was handed over, but nobody knows whether it was taken. */
    AMBIGUOUS(Outcome.AMBIGUOUS);

    private final Outcome outcome;

    Verdict(Outcome outcome) {
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
