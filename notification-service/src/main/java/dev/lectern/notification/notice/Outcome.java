package dev.lectern.notification.notice;

/** How an attempt ended: taken; not now; never, for this recipient or message; or nobody knows. */
public enum Outcome {
    ACCEPTED,
    TRANSIENT,
    REFUSED,
    AMBIGUOUS
}
