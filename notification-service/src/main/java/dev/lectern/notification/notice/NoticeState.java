package dev.lectern.notification.notice;

/** Where a notice is on its way. {@code AMBIGUOUS}: it may have been accepted, and is repeated with the same bytes. */
public enum NoticeState {
    DUE,
    SENDING,
    SENT,
    RETRYING,
    AMBIGUOUS,
    SUPERSEDED,
    FAILED;

    /** Whether it may still be handed to the mail server. A briefing has at most one such notice. */
    public boolean isOpen() {
        return this == DUE || this == SENDING || this == RETRYING || this == AMBIGUOUS;
    }
}
