package dev.lectern.notification.bounce;

import java.util.regex.Pattern;

/** The enhanced status codes of mail systems (RFC 3463) {@code 5.1.1}, and what they say of an address. */
public final class MailStatus {

    private static final Pattern CODE = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /**
     * Nobody there, moved, disabled, no such domain, and no reason given. Not among them: a full mailbox, what is too
     * large, and whatever a policy refuses, which says more about us than about the address.
     */
    private static final Pattern BAD_ADDRESS = Pattern.compile("5\\.(1\\.(0|1|2|3|4|6|10)|2\\.1|4\\.[14]|0\\.0)");

    private static final Pattern MAILBOX_FULL = Pattern.compile("5\\.2\\.2");

    private MailStatus() {}

    /** The first code in what a server said; empty where there is none. */
    public static String in(String words) {
        var code = CODE.matcher(words);
        return code.find() ? code.group(1) : "";
    }

    public static boolean saysThatTheAddressIsBad(String code) {
        return BAD_ADDRESS.matcher(code).matches();
    }

    public static boolean saysThatTheMailboxIsFull(String code) {
        return MAILBOX_FULL.matcher(code).matches();
    }
}
