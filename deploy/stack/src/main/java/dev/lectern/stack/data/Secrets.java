package dev.lectern.stack.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Secrets made once, at their first use, each in a file of its own below {@code keys/} with mode 600. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** The password of a database role: 24 random bytes as base64url. */
    public static String password(DataDirectory data, String role) {
        return keep(data, role + ".password", () -> {
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    public static Path file(DataDirectory data, String name) {
        return data.file("keys", name);
    }

    static String keep(DataDirectory data, String name, Supplier<String> fresh) {
        var file = file(data, name);
        try {
            if (Files.notExists(file)) {
                makeOnce(file, fresh.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of two processes that do this at the same time makes the secret of both. */
    private static void makeOnce(Path file, String secret) throws IOException {
        var draft = Files.createTempFile(file.getParent(), "secret", null);
        Files.writeString(draft, secret);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other one was faster.
        } finally {
            Files.delete(draft);
        }
    }
}
