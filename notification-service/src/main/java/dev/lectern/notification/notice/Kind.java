package dev.lectern.notification.notice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a notice says: told for the first time, told a difference, no longer placed or withdrawn, no longer a presenter.
 */
@Schema(name = "NoticeKind")
public enum Kind {
    SCHEDULED,
    CHANGED,
    CANCELLED,
    REMOVED
}
