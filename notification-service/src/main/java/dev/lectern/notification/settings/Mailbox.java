package dev.lectern.notification.settings;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** A mailbox as RFC 5322 has it: an address, with or without a display name. */
public final class Mailbox {

    private Mailbox() {}

    /** Whether the text is exactly one mailbox that can stand in a header. */
    static boolean isOne(String text) {
        try {
            return text.chars().noneMatch(Character::isISOControl)
                    && InternetAddress.parse(text, true).length == 1
                    && address(text).contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    /** The address alone. */
    public static String address(String mailbox) throws AddressException {
        var parsed = new InternetAddress(mailbox, true);
        return parsed.getAddress();
    }
}
