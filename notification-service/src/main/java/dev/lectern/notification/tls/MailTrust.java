package dev.lectern.notification.tls;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * The certificates that mail servers have to have: what Java trusts, or what {@code quarkus.tls.mail} names, where a
 * server has one of an authority of one's own. Names are always checked.
 */
@ApplicationScoped
public class MailTrust {

    private static final String CONFIGURATION = "mail";

    private final Optional<SSLContext> own;

    @Inject
    MailTrust(TlsConfigurationRegistry configurations) {
        this(configurations.get(CONFIGURATION).map(MailTrust::context));
    }

    public MailTrust(Optional<SSLContext> own) {
        this.own = own;
    }

    private static SSLContext context(TlsConfiguration configuration) {
        try {
            return configuration.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("the certificates of quarkus.tls.mail cannot be read", e);
        }
    }

    /** @param protocol as the mail library calls it */
    public void hold(Properties properties, String protocol) {
        var prefix = "mail." + protocol;
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        own.ifPresent(context ->
                properties.put(prefix + ".ssl.socketFactory", new PromptSockets(context.getSocketFactory())));
        // A second try without what was configured is none that anybody wants.
        properties.setProperty(prefix + ".socketFactory.fallback", "false");
    }

    /** Layered over sockets that send what is written at once, as those without encryption do. */
    private static final class PromptSockets extends SSLSocketFactory {

        private final SSLSocketFactory sockets;

        private PromptSockets(SSLSocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            plain.setTcpNoDelay(true);
            return sockets.createSocket(plain, host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return sockets.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return sockets.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return sockets.createSocket(host, port, from, fromPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return sockets.createSocket(host, port, from, fromPort);
        }
    }
}
