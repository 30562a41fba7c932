package dev.lectern.notification.settings;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** A mailbox as RFC 5322 has it: an address, with or without a display name. */
public final class Mailbox {

    /** What every mail server takes in a command. */
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,64}@[\\x21-\\x7e&&[^@]]{1,189}");

    private Mailbox() {}

    /** Whether the text is exactly one mailbox that can stand in a header. */
    static boolean isOne(String text) {
        try {
            var parsed = InternetAddress.parse(text, true);
            return text.chars().noneMatch(Character::isISOControl)
                    && parsed.length == 1
                    && !parsed[0].isGroup()
                    && ADDRESS.matcher(parsed[0].getAddress()).matches();
        } catch (AddressException e) {
            return false;
        }
    }

    /** Whether the text is an address alone. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && isOne(text);
    }

    /** The display name; null for none. */
    public static String name(String mailbox) throws AddressException {
        return new InternetAddress(mailbox, true).getPersonal();
    }

    /** The address alone. */
    public static String address(String mailbox) throws AddressException {
        var parsed = new InternetAddress(mailbox, true);
        return parsed.getAddress();
    }
}
