package dev.lectern.notification.delivery;

import dev.lectern.notification.bounce.MailStatus;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * How far a conversation with a mail server (RFC 5321) came, and what it said last. Commands that only tidy up do not
 * count: what matters is the step that decided.
 */
final class Dialogue {

    /** The steps of handing over one message, in order. END is the dot after which a message is the server's. */
    enum Step {
        GREETING,
        SESSION,
        SENDER,
        RECIPIENT,
        DATA,
        END
    }

    private static final int NO_REPLY = 0;

    /** RFC 5321, section 3.8: a server may say so in answer to any command, and closes the connection. */
    private static final int CLOSING = 421;

    private static final int LONGEST_REPLY = 500;

    private Step step = Step.GREETING;
    private int code = NO_REPLY;
    private String reply = "";
    private boolean tidying;

    /** A new message on a connection that is open already. */
    void startMessage() {
        enter(Step.SENDER);
    }

    void said(String command) {
        var verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO", "HELO", "STARTTLS", "AUTH" -> enter(Step.SESSION);
            case "MAIL" -> enter(Step.SENDER);
            case "RCPT" -> enter(Step.RECIPIENT);
            case "DATA" -> enter(Step.DATA);
            case "." -> enter(Step.END);
            default -> tidying = true;
        }
    }

    void heard(int answer, String text) {
        if (!tidying && answer > NO_REPLY) {
            code = answer;
            reply = plain(text);
        }
    }

    /** A server may say anything; what is kept is a line that a database takes and a person can read. */
    private static String plain(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_REPLY ? line.substring(0, LONGEST_REPLY) : line;
    }

    private void enter(Step next) {
        step = next;
        code = NO_REPLY;
        reply = "";
        tidying = false;
    }

    /** Whether the server had given up the connection before it heard of the message: nothing was tried then. */
    boolean wasClosedMeanwhile(Exception failure) {
        var hungUp = code == NO_REPLY && cause(failure, SocketTimeoutException.class) == null;
        return step == Step.SENDER && (hungUp || code == CLOSING);
    }

    /** The end of a message without any failure. */
    Attempt accepted() {
        return new Attempt(Verdict.ACCEPTED, reply);
    }

    /** What a failure means at the point that was reached. */
    Attempt failed(Exception failure) {
        if (isDistrusted(failure)) {
            return new Attempt(Verdict.MISCONFIGURED, "the mail server's encryption cannot be trusted");
        }
        return new Attempt(verdict(failure), code == NO_REPLY ? silence(failure) : reply);
    }

    /** A certificate of nobody we know, or of somebody else, or what is no encryption at all; a cut is none of these. */
    private boolean isDistrusted(Exception failure) {
        return step.compareTo(Step.SESSION) <= 0
                && cause(failure, SSLException.class) != null
                && cause(failure, EOFException.class) == null
                && cause(failure, SocketException.class) == null
                && cause(failure, SocketTimeoutException.class) == null;
    }

    private Verdict verdict(Exception failure) {
        return switch (code / 100) {
            case 2, 3 -> afterConsent(failure);
            case 5 -> afterRefusal();
            case 4 -> Verdict.TRANSIENT;
            default -> step == Step.END ? Verdict.AMBIGUOUS : Verdict.TRANSIENT;
        };
    }

    /** The server agreed, but something failed afterwards. */
    private Verdict afterConsent(Exception failure) {
        return switch (step) {
            case END -> Verdict.ACCEPTED;
            // Our own side gave up: no common way to encrypt or to authenticate.
            case SESSION -> cause(failure, IOException.class) == null ? Verdict.MISCONFIGURED : Verdict.TRANSIENT;
            default -> Verdict.TRANSIENT;
        };
    }

    private Verdict afterRefusal() {
        return switch (step) {
            case GREETING, SESSION -> Verdict.MISCONFIGURED;
            // Each conference has a sender of its own: one that is refused must not stop the others' mail.
            case SENDER -> authenticationRequired() ? Verdict.MISCONFIGURED : Verdict.MESSAGE_REFUSED;
            case RECIPIENT -> authenticationRequired() ? Verdict.MISCONFIGURED : recipientRefused();
            case DATA, END -> Verdict.MESSAGE_REFUSED;
        };
    }

    /**
     * Only what speaks of the address speaks against it: who is refused by a policy, or because we may not relay, may
     * well have a good one. A full mailbox, 552 (RFC 5321, section 4.5.3.1.10), may have room tomorrow.
     */
    private Verdict recipientRefused() {
        var status = MailStatus.in(reply);
        if (code == 552 || MailStatus.saysThatTheMailboxIsFull(status)) {
            return Verdict.TRANSIENT;
        }
        var isAddressBad = status.isEmpty()
                ? code == 550 || code == 551 || code == 553
                : MailStatus.saysThatTheAddressIsBad(status);
        return isAddressBad ? Verdict.ADDRESS_REFUSED : Verdict.MESSAGE_REFUSED;
    }

    /** RFC 4954, section 6: said to any sender and recipient, and not because of them. */
    private boolean authenticationRequired() {
        return code == 530 || code == 535 || code == 538;
    }

    private static String silence(Exception failure) {
        if (cause(failure, UnknownHostException.class) != null) {
            return "the mail server's name is not known";
        }
        if (cause(failure, ConnectException.class) != null) {
            return "no connection";
        }
        return cause(failure, SocketTimeoutException.class) != null ? "no reply in time" : "the connection was cut";
    }

    private static <E extends Throwable> E cause(Throwable failure, Class<E> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
