package dev.lectern.notification.notice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/** A notice with all that is known of it but its bytes. */
record NoticeDetail(
        @JsonUnwrapped NoticeItem item,
        String to,
        String author,
        String comment,
        long scheduleVersion,
        List<Difference> differences,
        List<Attempt> deliveries) {

    record Attempt(int attempt, Instant startedAt, Instant finishedAt, Outcome outcome, String reply) {

        static Attempt of(Delivery delivery) {
            return new Attempt(
                    delivery.attempt(),
                    delivery.startedAt(),
                    delivery.finishedAt(),
                    delivery.outcome(),
                    delivery.reply());
        }
    }

    static NoticeDetail of(Notice notice, List<Delivery> deliveries) {
        return new NoticeDetail(
                NoticeItem.of(notice),
                notice.bytes().length == 0 ? null : notice.message().toAddress(),
                notice.content().author(),
                notice.content().comment(),
                notice.content().scheduleVersion(),
                notice.content().differences(),
                deliveries.stream().map(Attempt::of).toList());
    }
}
