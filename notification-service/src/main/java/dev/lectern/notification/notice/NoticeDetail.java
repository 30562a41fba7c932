package dev.lectern.notification.notice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A notice with all that is known of it but its bytes. */
public record NoticeDetail(
        @JsonUnwrapped NoticeItem item,
        String to,
        String author,
        String comment,
        String note,
        long scheduleVersion,
        List<Difference> differences,
        List<Attempt> deliveries) {

    public record Attempt(int attempt, Instant startedAt, Instant finishedAt, Outcome outcome, String reply) {

        static Attempt of(Delivery delivery) {
            return new Attempt(
                    delivery.attempt(),
                    delivery.startedAt(),
                    delivery.finishedAt(),
                    delivery.outcome(),
                    delivery.reply());
        }
    }

    public static NoticeDetail of(UUID id) {
        Notice.flush();
        return of(Notice.findById(id), Delivery.of(id));
    }

    static NoticeDetail of(Notice notice, List<Delivery> deliveries) {
        return new NoticeDetail(
                NoticeItem.of(notice),
                notice.message().toAddress().isEmpty() ? null : notice.message().toAddress(),
                notice.content().author(),
                notice.content().comment(),
                notice.content().note(),
                notice.content().scheduleVersion(),
                notice.content().differences(),
                deliveries.stream().map(Attempt::of).toList());
    }
}
