package dev.lectern.notification.tls;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of the tests' mail servers. */
public final class Certificates {

    public static final String PASSWORD = "changeit";

    private Certificates() {}

    /** @param alternative what the certificate is for, {@code ip:127.0.0.1} */
    public static KeyStore selfSigned(Path folder, String name, String alternative) throws Exception {
        keytool(
                folder,
                name,
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + alternative));
        return KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
    }

    /** Who trusts what is in this file trusts the server. */
    public static Path pem(Path folder, String name) throws Exception {
        var file = folder.resolve(name + ".pem");
        keytool(folder, name, List.of("-exportcert", "-rfc", "-file", file.toString()));
        return file;
    }

    public static SSLContext context(KeyStore key) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** What trusts one certificate and nothing else. */
    public static MailTrust trusting(KeyStore store) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        var name = store.aliases().nextElement();
        trusted.setCertificateEntry(name, store.getCertificate(name));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return new MailTrust(Optional.of(context));
    }

    private static void keytool(Path folder, String name, List<String> what) throws Exception {
        var program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var store = List.of(
                "-alias",
                name,
                "-keystore",
                folder.resolve(name + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        var command =
                Stream.of(List.of(program), what, store).flatMap(List::stream).toList();
        var log = new File(folder.toFile(), name + ".log");
        if (new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("keytool failed, see " + log);
        }
    }
}
