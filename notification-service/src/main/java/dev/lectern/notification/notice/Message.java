package dev.lectern.notification.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A mail as every attempt sends it.
 *
 * @param messageId with its angle brackets
 * @param bytes as RFC 5322 has it
 */
@Embeddable
public record Message(
        String toAddress,
        String subject,
        String messageId,
        @Column(name = "message") byte[] bytes) {}
