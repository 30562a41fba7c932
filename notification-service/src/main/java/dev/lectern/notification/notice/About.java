package dev.lectern.notification.notice;

import dev.lectern.notification.notice.Concerned.PresenterName;
import dev.lectern.notification.replica.Appearance;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Whom and what a notice is about, as it was when the notice was made. Only a talk has a number.
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

    Concerned concerned() {
        return Concerned.by(
                appearanceKind,
                appearanceId,
                appearanceNumber,
                appearanceTitle,
                new PresenterName(presenterId, presenterName));
    }
}
