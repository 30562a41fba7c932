package dev.lectern.notification.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * What a mail server reports about a mail (RFC 3464).
 *
 * @param hasFailed whether it gave up; delayed, relayed, delivered and expanded mail may arrive
 * @param status as RFC 3463 has it, {@code 5.1.1}
 * @param words what the refusing server said
 * @param recipient whom the mail was for, null where the report does not say
 * @param headers those of the report and of the mail, one to a line
 * @param messageId of the mail with its angle brackets, null where the report does not say
 */
record BounceReport(
        boolean hasFailed, String status, String words, String recipient, String headers, String messageId) {

    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final int LONGEST_WORDS = 500;

    /** Empty where it is no such report: a holiday reply, say, or what a person wrote. */
    static Optional<BounceReport> read(byte[] bytes) {
        try {
            var message = new MimeMessage(NO_SERVER, new ByteArrayInputStream(bytes));
            return message.isMimeType("multipart/report") ? read(message) : Optional.empty();
        } catch (MessagingException | IOException | RuntimeException e) {
            // Anybody may write to the mailbox, and whatever the mail library makes of that is no reason to stop.
            return Optional.empty();
        }
    }

    private static Optional<BounceReport> read(MimeMessage message) throws MessagingException, IOException {
        var parts = new MimeMultipart(new MimePartDataSource(message));
        DeliveryStatus status = null;
        var returned = new InternetHeaders();
        for (var index = 0; index < parts.getCount(); index++) {
            var part = parts.getBodyPart(index);
            if (isStatus(part)) {
                status = new DeliveryStatus(part.getInputStream());
            } else if (isReturned(part)) {
                returned = new InternetHeaders(part.getInputStream());
            }
        }
        return status == null || status.getRecipientDSNCount() == 0
                ? Optional.empty()
                : Optional.of(report(message, decisive(status), returned));
    }

    private static boolean isStatus(BodyPart part) throws MessagingException {
        return part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status");
    }

    private static boolean isReturned(BodyPart part) throws MessagingException {
        return part.isMimeType("message/rfc822")
                || part.isMimeType("text/rfc822-headers")
                || part.isMimeType("message/global")
                || part.isMimeType("message/global-headers");
    }

    /** A mail has one recipient here; where lists or aliases made more of it, one that failed counts. */
    private static InternetHeaders decisive(DeliveryStatus status) {
        for (var index = 0; index < status.getRecipientDSNCount(); index++) {
            if (isFailed(status.getRecipientDSN(index))) {
                return status.getRecipientDSN(index);
            }
        }
        return status.getRecipientDSN(0);
    }

    private static BounceReport report(MimeMessage message, InternetHeaders recipient, InternetHeaders returned)
            throws MessagingException {
        var words = afterType(value(recipient, "Diagnostic-Code"));
        var status = status(value(recipient, "Status"), words);
        var original = afterType(value(recipient, "Original-Recipient"));
        var address = original.isEmpty() ? afterType(value(recipient, "Final-Recipient")) : original;
        return new BounceReport(
                isFailed(recipient),
                status,
                words.isEmpty() ? status : words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                address.isEmpty() ? null : address.replaceAll("[<>]", ""),
                String.join("\n", Collections.list(message.getAllHeaderLines()))
                        + "\n"
                        + String.join("\n", Collections.list(returned.getAllHeaderLines())),
                value(returned, "Message-ID").isEmpty() ? null : value(returned, "Message-ID"));
    }

    /** Some servers report all failures as X.0.0: what the refusing server said is more precise then. */
    private static String status(String reported, String words) {
        var status = MailStatus.in(reported);
        var said = MailStatus.in(words);
        return said.isEmpty() || !(status.isEmpty() || status.endsWith(".0.0")) ? status : said;
    }

    private static boolean isFailed(InternetHeaders recipient) {
        return value(recipient, "Action").toLowerCase(Locale.ROOT).startsWith("failed");
    }

    private static String value(InternetHeaders headers, String name) {
        var value = headers.getHeader(name, null);
        return value == null ? "" : value.replaceAll("\\p{Cntrl}+\\s*", " ").strip();
    }

    /** {@code smtp; 550 5.1.1 nobody here} → {@code 550 5.1.1 nobody here} */
    private static String afterType(String value) {
        return value.replaceFirst("^[\\w-]+;\\s*", "");
    }
}
