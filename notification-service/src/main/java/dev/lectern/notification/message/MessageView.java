package dev.lectern.notification.message;

import dev.lectern.notification.mail.MailTexts;
import dev.lectern.notification.message.OrganiserMessage.Reason;
import dev.lectern.notification.notice.NoticeState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message with what became of it.
 *
 * @param id null of a dry run
 * @param example what the first of its readers gets, in a dry run or right after it was written; null otherwise, and
 * where nobody is written to
 */
record MessageView(
        UUID id,
        String subject,
        String text,
        To to,
        String author,
        Instant createdAt,
        int reached,
        int unreached,
        List<Recipient> recipients,
        MailTexts example) {

    /**
     * Whom it is for, with their notice, or why they have none.
     *
     * @param notice null in a dry run, and where there is a reason
     */
    record Recipient(UUID presenterId, String name, String address, Reason reason, UUID notice, NoticeState state) {}

    static MessageView of(OrganiserMessage message, int reached, List<Recipient> recipients, MailTexts example) {
        return new MessageView(
                message.id(),
                message.subject(),
                message.body(),
                message.addressed(),
                message.author(),
                message.createdAt(),
                reached,
                recipients.size() - reached,
                recipients,
                example);
    }
}
