package dev.lectern.notification.message;

import java.time.Instant;
import java.util.UUID;

/** A message in a list. */
record MessageItem(UUID id, String subject, String author, Instant createdAt) {

    static MessageItem of(OrganiserMessage message) {
        return new MessageItem(message.id(), message.subject(), message.author(), message.createdAt());
    }
}
