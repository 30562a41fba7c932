package dev.lectern.notification.notice;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Whom and what a notice is about, as it was when the notice was made. */
@Embeddable
public record About(
        UUID conferenceId,
        UUID briefingId,
        UUID contributionId,
        int contributionNumber,
        String contributionTitle,
        UUID presenterId,
        String presenterName) {}
