package dev.lectern.notification.notice;

import dev.lectern.notification.notice.Concerned.PresenterName;
import dev.lectern.notification.replica.Appearance;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Whom and what a notice is about, as it was when the notice was made. Only a talk has a number; what is about no talk
 * and no session has no briefing and no appearance, and what goes to the organisers no presenter.
 */
@Embeddable
public record About(
        UUID conferenceId,
        UUID briefingId,
        UUID appearanceId,
        @Enumerated(EnumType.STRING) Appearance.Kind appearanceKind,
        Integer appearanceNumber,
        String appearanceTitle,
        UUID presenterId,
        String presenterName) {

    /** About no talk and no session, to a presenter. */
    public static About presenter(UUID conference, UUID presenter, String name) {
        return new About(conference, null, null, null, null, null, presenter, name);
    }

    /** About no single talk and no presenter. */
    public static About conference(UUID conference) {
        return presenter(conference, null, "");
    }

    Concerned concerned() {
        var presenter = presenterId == null ? null : new PresenterName(presenterId, presenterName);
        return appearanceId == null
                ? new Concerned(null, null, presenter)
                : Concerned.by(appearanceKind, appearanceId, appearanceNumber, appearanceTitle, presenter);
    }
}
