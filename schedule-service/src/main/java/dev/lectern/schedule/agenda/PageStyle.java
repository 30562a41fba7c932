package dev.lectern.schedule.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheet of the pages, which travels inside them, and the policy that allows that sheet and nothing else. */
final class PageStyle {

    static final String CSS = read();

    /** Content Security Policy (W3C, level 3): no script, no image, no frame, and only the style with this hash. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(CSS)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageStyle() {}

    private static String read() {
        try (var css = PageStyle.class.getResourceAsStream("/agenda.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String css) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
