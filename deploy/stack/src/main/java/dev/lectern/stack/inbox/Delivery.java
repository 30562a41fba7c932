package dev.lectern.stack.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/**
 * One message on its way in over SMTP. The server answers 250 when {@link #data} returns. Everybody has a mailbox here
 * but {@code nobody}, of whatever domain: so people can see what becomes of an address that takes no mail.
 */
final class Delivery implements MessageHandler {

    /** Far more than a notice needs, and little enough to be held in memory. */
    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int LOCAL_ERROR = 451;
    private static final int NO_SUCH_MAILBOX = 550;
    private static final int TOO_LARGE = 552;

    private final Mailbox mailbox;
    private final List<String> recipients = new ArrayList<>();

    Delivery(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String recipient) throws RejectException {
        if (recipient.toLowerCase(Locale.ROOT).startsWith("nobody@")) {
            throw new RejectException(NO_SUCH_MAILBOX, "5.1.1 There is no such mailbox here");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        var raw = data.readNBytes(MAX_BYTES + 1);
        if (raw.length > MAX_BYTES) {
            throw new RejectException(TOO_LARGE, "the message is too large");
        }
        try {
            return "OK kept as " + mailbox.add(recipients, raw).id();
        } catch (IOException e) {
            throw new RejectException(LOCAL_ERROR, "cannot store the message");
        }
    }

    @Override
    public void done() {}
}
