package dev.lectern.notification.message;

import dev.lectern.chassis.http.Page;
import dev.lectern.notification.mail.MailTexts;
import dev.lectern.notification.message.MessageRecipient.Count;
import dev.lectern.notification.message.MessageRecipient.Reason;
import dev.lectern.notification.notice.NoticeState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message with what became of it.
 *
 * @param id null of a dry run
 * @param composing for how many of those who are reached the mail is still to be composed
 * @param recipients all of them in a dry run, else one page
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
        int composing,
        int unreached,
        List<Recipient> recipients,
        String nextPageToken,
        MailTexts example) {

    /**
     * Whom it is for, with their notice, or why they have none.
     *
     * @param notice null in a dry run, where there is a reason, and while it is still to be composed
     */
    record Recipient(UUID presenterId, String name, String address, Reason reason, UUID notice, NoticeState state) {}

    static MessageView of(OrganiserMessage message, Count count, Page<Recipient> recipients, MailTexts example) {
        return new MessageView(
                message.id(),
                message.subject(),
                message.body(),
                message.addressed(),
                message.author(),
                message.createdAt(),
                count.reached(),
                count.composing(),
                count.unreached(),
                recipients.items(),
                recipients.nextPageToken(),
                example);
    }
}
