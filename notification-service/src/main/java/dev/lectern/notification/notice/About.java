package dev.lectern.notification.notice;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Whom and what a notice is about, as it was when the notice was made. A session has an id and a title, but no number.
 */
@Embeddable
public record About(
        UUID conferenceId,
        UUID briefingId,
        UUID contributionId,
        Integer contributionNumber,
        String contributionTitle,
        UUID presenterId,
        String presenterName) {

    boolean isAboutSession() {
        return contributionNumber == null;
    }
}
