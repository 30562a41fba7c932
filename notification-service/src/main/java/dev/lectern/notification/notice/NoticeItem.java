package dev.lectern.notification.notice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** A notice in a list. */
public record NoticeItem(
        UUID id,
        Kind kind,
        NoticeState state,
        String reason,
        @JsonUnwrapped Concerned concerned,
        String subject,
        Instant createdAt,
        Instant sentAt,
        int attempts,
        String messageId,
        int sequence,
        UUID message) {

    static NoticeItem of(Notice notice) {
        return new NoticeItem(
                notice.id(),
                notice.content().kind(),
                notice.state(),
                notice.reason(),
                notice.about().concerned(),
                notice.message().subject(),
                notice.createdAt(),
                notice.sentAt(),
                notice.attempts(),
                notice.message().messageId(),
                notice.content().sequence(),
                notice.organiserMessage());
    }
}
