package dev.lectern.notification.briefing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.notification.notice.Concerned;
import dev.lectern.notification.notice.Facts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * How one presenter stands with one contribution, or with one session that they chair. {@code told} and {@code current}
 * are null for nothing.
 *
 * @param reason why mail does not get to an address that is bad, in a mail server's words; else null
 */
record BriefingItem(
        @JsonUnwrapped Concerned concerned,
        BriefingState state,
        String reason,
        Known told,
        Known current,
        Instant dueAt,
        UUID lastNotice,
        Integer sequence,
        Answered answer) {

    /** What the presenter said of what they were told last. */
    record Answered(Answer.Kind kind, String words, Instant at) {

        static Answered of(Answer answer) {
            return answer == null ? null : new Answered(answer.kind(), answer.words(), answer.at());
        }
    }

    /** The facts as organisers see them. */
    record Known(
            boolean placed,
            String title,
            @JsonProperty("abstract") String abstractText,
            String type,
            String track,
            String room,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            int durationMinutes,
            String timeZone,
            List<String> presenters) {

        static Known of(Facts facts) {
            return facts == null
                    ? null
                    : new Known(
                            true,
                            facts.title(),
                            facts.abstractText(),
                            facts.type(),
                            facts.track(),
                            facts.room(),
                            facts.startsAt(),
                            facts.endsAt(),
                            facts.durationMinutes(),
                            facts.timeZone(),
                            facts.presenters().stream().map(Facts.Person::name).toList());
        }
    }
}
