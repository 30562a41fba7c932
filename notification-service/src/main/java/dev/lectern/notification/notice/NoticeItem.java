package dev.lectern.notification.notice;

import java.time.Instant;
import java.util.UUID;

/** A notice in a list. It is about a contribution, or about a session: the other one is null. */
public record NoticeItem(
        UUID id,
        Kind kind,
        NoticeState state,
        String reason,
        ContributionName contribution,
        SessionName session,
        PresenterName presenter,
        String subject,
        Instant createdAt,
        Instant sentAt,
        int attempts,
        String messageId,
        int sequence) {

    public record ContributionName(int number, String title) {}

    public record SessionName(UUID id, String title) {}

    public record PresenterName(UUID id, String name) {}

    static NoticeItem of(Notice notice) {
        var about = notice.about();
        return new NoticeItem(
                notice.id(),
                notice.content().kind(),
                notice.state(),
                notice.reason(),
                about.isAboutSession() ? null : new ContributionName(about.appearanceNumber(), about.appearanceTitle()),
                about.isAboutSession() ? new SessionName(about.appearanceId(), about.appearanceTitle()) : null,
                new PresenterName(about.presenterId(), about.presenterName()),
                notice.message().subject(),
                notice.createdAt(),
                notice.sentAt(),
                notice.attempts(),
                notice.message().messageId(),
                notice.content().sequence());
    }
}
