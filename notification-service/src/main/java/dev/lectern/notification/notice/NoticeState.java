package dev.lectern.notification.notice;

/** Where a notice is on its way. {@code AMBIGUOUS}: it may have been accepted, and is repeated with the same bytes. */
public enum NoticeState {
    /** It waits for somebody to release it. */
    HELD,
    DUE,
    SENDING,
    SENT,
    RETRYING,
    AMBIGUOUS,
    SUPERSEDED,
    /** Somebody decided that it is not to be sent. */
    DISCARDED,
    /** Its reader's address took no mail. */
    BAD_ADDRESS,
    FAILED;

    /** Whether it may still be handed to the mail server. A briefing has at most one such notice. */
    public boolean isOpen() {
        return this == HELD || this == DUE || this == SENDING || this == RETRYING || this == AMBIGUOUS;
    }
}
