package dev.lectern.notification.notice;

/** Where a notice is on its way. {@code AMBIGUOUS}: it may have been accepted, and is repeated with the same bytes. */
public enum NoticeState {
    /** It waits for somebody to release it. */
    HELD,
    DUE,
    SENDING,
    SENT,
    /** Sent, and its presenter has said since that they have seen what it says. */
    SEEN,
    /** Sent, and its presenter has said since that it does not work for them. */
    DECLINED,
    RETRYING,
    AMBIGUOUS,
    SUPERSEDED,
    /** Somebody decided that it is not to be sent. */
    DISCARDED,
    /** Its reader's address took no mail. */
    BAD_ADDRESS,
    FAILED;

    /** Whether the mail server has taken it. */
    public boolean isSent() {
        return this == SENT || this == SEEN || this == DECLINED;
    }

    /** Whether it may still be handed to the mail server. A briefing has at most one such notice. */
    public boolean isOpen() {
        return this == HELD || this == DUE || this == SENDING || this == RETRYING || this == AMBIGUOUS;
    }
}
