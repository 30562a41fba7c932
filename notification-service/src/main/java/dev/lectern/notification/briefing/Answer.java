package dev.lectern.notification.briefing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a presenter said of what they were told last.
 *
 * @param words what does not work and which other times would; null for nothing
 * @param sequence the SEQUENCE of what they said it of
 */
@Embeddable
public record Answer(
        @Column(name = "answer") @Enumerated(EnumType.STRING)
        Kind kind,

        @Column(name = "answer_words") String words,
        @Column(name = "answered_at") Instant at,
        @Column(name = "answered_sequence") Integer sequence) {

    @Schema(name = "AnswerKind")
    public enum Kind {
        SEEN,
        /** It does not work for them. */
        DECLINED
    }
}
