package dev.lectern.chassis.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet of a page, which travels inside it, and the policy that allows that sheet and nothing else.
 *
 * @param policy Content Security Policy (W3C, level 3): no script, no image, no frame, and only the style with this
 * hash
 */
public record PageStyle(String css, String policy) {

    private static final String FORMULAS = "/dev/lectern/chassis/text/formulas.css";

    /**
     * A page's own sheet, with that of formulas, which look alike on all pages.
     *
     * @param resource of the service, {@code /page.css}
     */
    public static PageStyle read(Class<?> page, String resource) {
        var css = text(page, resource) + text(PageStyle.class, FORMULAS);
        return new PageStyle(
                css,
                "default-src 'none'; style-src 'sha256-" + hash(css)
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    private static String text(Class<?> owner, String resource) {
        try (var file = owner.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
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
