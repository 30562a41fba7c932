package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The only way to a header of the message: whatever is set here is one line, encoded as RFC 2047 has it, and folded
 * below RFC 5322's limit of 998 characters. The mail library itself checks nothing.
 */
final class MailHeaders {

    /** Enough for a person's or a conference's name; unbroken, it must fit into a line. */
    private static final int LONGEST_NAME = 120;

    private static final Pattern NOT_IN_AN_ADDRESS = Pattern.compile("[\\s<>]");

    private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029]+");

    private final MimeMessage message;

    MailHeaders(MimeMessage message) {
        this.message = message;
    }

    /**
     * A text that we made of one or more lines of {@link PlainText}; whatever would end its line is taken out once
     * more.
     */
    void text(String name, String value) throws MessagingException, UnsupportedEncodingException {
        var encoded = MimeUtility.encodeText(LINE_ENDS.matcher(value).replaceAll(" "), "UTF-8", "B");
        message.setHeader(name, MimeUtility.fold(name.length() + 2, encoded));
    }

    /** An address that makes no sense is left for the mail server to refuse, which the organisers then see. */
    void mailbox(String name, String displayName, String address)
            throws MessagingException, UnsupportedEncodingException {
        var mailbox = new InternetAddress();
        mailbox.setAddress(NOT_IN_AN_ADDRESS.matcher(PlainText.line(address)).replaceAll(""));
        mailbox.setPersonal(PlainText.line(displayName, LONGEST_NAME), "UTF-8");
        message.setHeader(name, MimeUtility.fold(name.length() + 2, mailbox.toString()));
    }

    /** @param mailbox {@code Lectern <lectern@conf.example>} or the address alone */
    void mailbox(String name, String mailbox) throws MessagingException, UnsupportedEncodingException {
        var parsed = parse(mailbox);
        mailbox(name, parsed.getPersonal(), parsed.getAddress());
    }

    /** @param ids Message-IDs with their angle brackets, each on a line of its own */
    void ids(String name, List<String> ids) throws MessagingException {
        message.setHeader(name, ids.stream().map(PlainText::line).collect(Collectors.joining("\r\n ")));
    }

    static InternetAddress parse(String mailbox) {
        try {
            return new InternetAddress(PlainText.line(mailbox), false);
        } catch (AddressException e) {
            throw new IllegalArgumentException("a mailbox of the settings cannot be read", e);
        }
    }
}
