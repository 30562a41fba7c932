package dev.lectern.notification.notice;

import jakarta.persistence.Embeddable;

/**
 * A mail as every attempt sends it, but for its bytes.
 *
 * @param messageId with its angle brackets
 */
@Embeddable
public record Message(String toAddress, String subject, String messageId) {}
