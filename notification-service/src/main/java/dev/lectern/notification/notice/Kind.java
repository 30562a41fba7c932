package dev.lectern.notification.notice;

/** What a notice says: told for the first time, told a difference, no longer placed or withdrawn, no longer a presenter. */
public enum Kind {
    SCHEDULED,
    CHANGED,
    CANCELLED,
    REMOVED
}
