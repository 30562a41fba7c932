package dev.lectern.notification.delivery;

import dev.lectern.notification.tls.MailTrust;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
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

    SmtpConnection(SmtpServer server, MailTrust trust, Duration idleLimit) {
        this.server = server;
        var properties = server.asProperties();
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        trust.hold(properties, "smtp");
        this.session = Session.getInstance(properties);
        this.idleLimit = idleLimit;
    }

    /**
     * Hands a message over as it is, and never throws: every end has its verdict.
     *
     * @param sender whom the server is to report to; null for whom the message comes from
     */
    Attempt send(String sender, String recipient, byte[] message) {
        var wasOpen = transport != null;
        var dialogue = new Dialogue();
        try {
            hand(sender, recipient, message, dialogue);
            return dialogue.accepted();
        } catch (UnreadablePassword e) {
            close();
            return new Attempt(Verdict.MISCONFIGURED, "the file of the password cannot be read");
        } catch (MessagingException | RuntimeException e) {
            close();
            return wasOpen && dialogue.wasClosedMeanwhile(e) ? send(sender, recipient, message) : dialogue.failed(e);
        } finally {
            lastUsed = System.nanoTime();
        }
    }

    private void hand(String sender, String recipient, byte[] message, Dialogue dialogue) throws MessagingException {
        if (transport == null) {
            transport = new Transport(session);
            transport.dialogue = dialogue;
            transport.connect(server.host(), server.port(), server.user().orElse(null), password());
        }
        transport.dialogue = dialogue;
        dialogue.startMessage();
        transport.sendMessage(new StoredMessage(session, sender, message), new Address[] {address(recipient)});
    }

    private String password() throws UnreadablePassword {
        try {
            return server.currentPassword().orElse(null);
        } catch (IOException e) {
            throw new UnreadablePassword(e);
        }
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

    private static final class UnreadablePassword extends MessagingException {

        private UnreadablePassword(IOException cause) {
            super("the file of the password cannot be read", cause);
        }
    }

    private static final class Transport extends SMTPTransport {

        private Dialogue dialogue = new Dialogue();

        private Transport(Session session) {
            super(session, null);
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

    /**
     * Sockets that send what is written at once (TCP_NODELAY): the end of a mail that does not fit into one write would
     * wait for the server's delayed acknowledgement of its beginning, some 40 ms.
     */
    private static final class PromptSockets extends SocketFactory {

        @Override
        public Socket createSocket() throws SocketException {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(InetAddress.getByName(host), port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(InetAddress.getByName(host), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return connected(host, port);
        }

        private Socket connected(InetAddress host, int port) throws IOException {
            var socket = createSocket();
            socket.connect(new InetSocketAddress(host, port));
            return socket;
        }
    }
}
