package dev.lectern.notification.bounce;

import java.nio.charset.StandardCharsets;

/** What mail servers write about mail that they took. */
final class Reports {

    private Reports() {}

    /** @param to where it goes: the envelope sender of the mail */
    static byte[] about(String to, String action, String status, String words) {
        return about(to, action, status, words, "ada@uni.example", "<unknown@lectern.example>");
    }

    static byte[] about(String to, String action, String status, String words, String recipient, String messageId) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mail.example>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="part"

                This is a MIME-encapsulated message.

                --part
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mail.example. I'm sorry.

                --part
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example
                Arrival-Date: Mon, 1 Mar 2027 10:00:00 +0000 (UTC)

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; %s

                --part
                Content-Type: text/rfc822-headers

                From: Lectern <lectern@conf.example>
                Message-ID: %s
                Subject: Your talk

                --part--
                """.formatted(to, recipient, action, status, words, messageId)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] holidayReply(String to) {
        return """
                From: Ada L. <ada@uni.example>
                To: %s
                Auto-Submitted: auto-replied
                Subject: Away until Monday
                Content-Type: text/plain

                550 5.1.1 is what I say to nobody.
                """.formatted(to).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
