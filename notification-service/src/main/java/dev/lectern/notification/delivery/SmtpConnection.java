package dev.lectern.notification.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server, kept open between messages and used by one thread. It is the mail library's client,
 * which reports too little to tell a refusal from a doubt, with an ear on both directions.
 */
final class SmtpConnection implements AutoCloseable {

    private final SmtpServer server;
    private final Session session;
    private final Duration idleLimit;
    private Transport transport;
    private long lastUsed;

    SmtpConnection(SmtpServer server, Duration idleLimit) {
        this.server = server;
        this.session = Session.getInstance(server.asProperties());
        this.idleLimit = idleLimit;
    }

    /** Hands a message over as it is, and never throws: every end has its verdict. */
    Attempt send(String recipient, byte[] message) {
        var dialogue = new Dialogue();
        try {
            connect(dialogue);
            dialogue.startMessage();
            transport.sendMessage(new StoredMessage(session, message), new Address[] {address(recipient)});
            return dialogue.accepted();
        } catch (MessagingException | RuntimeException e) {
            close();
            return dialogue.failed(e);
        } finally {
            lastUsed = System.nanoTime();
        }
    }

    private void connect(Dialogue dialogue) throws MessagingException {
        if (transport != null && transport.isStillThere()) {
            transport.dialogue = dialogue;
            return;
        }
        transport = new Transport(session, dialogue);
        transport.connect(
                server.host(),
                server.port(),
                server.user().orElse(null),
                server.password().orElse(null));
    }

    /** A server need not keep an idle client. */
    void closeIfIdle() {
        if (transport != null && System.nanoTime() - lastUsed > idleLimit.toNanos()) {
            close();
        }
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            // It was no use any more; nothing depends on how it ended.
        } finally {
            transport = null;
        }
    }

    /** Not checked: the mail server decides what it takes. */
    private static InternetAddress address(String recipient) {
        var address = new InternetAddress();
        address.setAddress(recipient);
        return address;
    }

    private static final class Transport extends SMTPTransport {

        private Dialogue dialogue;

        private Transport(Session session, Dialogue dialogue) {
            super(session, null);
            this.dialogue = dialogue;
        }

        /** Asks the server, which may have closed a connection that was idle. */
        private boolean isStillThere() {
            dialogue = new Dialogue();
            return isConnected();
        }

        @Override
        protected void sendCommand(String command) throws MessagingException {
            dialogue.said(command);
            super.sendCommand(command);
        }

        @Override
        protected int readServerResponse() throws MessagingException {
            var code = super.readServerResponse();
            dialogue.heard(code, getLastServerResponse());
            return code;
        }
    }
}
