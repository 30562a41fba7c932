package dev.lectern.notification.mail;

/**
 * A mail, made once and stored: every attempt sends these bytes.
 *
 * @param bytes the message as RFC 5322 has it, lines ended by CR LF
 * @param messageId with its angle brackets
 * @param subject decoded
 */
@SuppressWarnings("ArrayRecordComponent") // Mails are never compared: no two are the same.
public record ComposedMail(byte[] bytes, String messageId, String subject) {}
