package dev.lectern.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that goes out exactly as it was stored; the library reads it only to learn who sends it. */
final class StoredMessage extends SMTPMessage {

    private final byte[] bytes;

    /** @param sender of the envelope; null for whom the message comes from */
    StoredMessage(Session session, String sender, byte[] bytes) throws MessagingException {
        super(session, new ByteArrayInputStream(bytes));
        setEnvelopeFrom(sender);
        this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(bytes);
    }
}
