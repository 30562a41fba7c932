package dev.lectern.notification.notice;

import dev.lectern.notification.replica.Appearance.Kind;
import java.util.UUID;

/**
 * Whom something concerns, null for no presenter, and a contribution or a session as what: the other one is null, and
 * both where it is neither.
 */
public record Concerned(ContributionName contribution, SessionName session, PresenterName presenter) {

    public record ContributionName(int number, String title) {}

    public record SessionName(UUID id, String title) {}

    public record PresenterName(UUID id, String name) {}

    /** @param number null of a session */
    public static Concerned by(Kind kind, UUID id, Integer number, String title, PresenterName presenter) {
        return kind == Kind.SESSION
                ? new Concerned(null, new SessionName(id, title), presenter)
                : new Concerned(new ContributionName(number, title), null, presenter);
    }
}
