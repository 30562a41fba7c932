package dev.lectern.stack.gateway;

import dev.lectern.stack.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The answer where no service has a path: a page to a browser, which asks for one first, and a problem to programs. */
final class NothingHere {

    private static final String STYLE = """
            :root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1c1a; --accent: #8a3324; }
            @media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #ece9e2; --accent: #f0a08c; } }
            body { margin: 0 auto; padding: 3rem 1.25rem; max-width: 50rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, serif; }
            h1 { font-weight: 600; }
            a { color: var(--accent); }
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>There is nothing here</title>
            <style>%s</style>
            </head>
            <body>
            <h1>There is nothing here</h1>
            <p>The address may be mistyped.</p>
            <p><a href="/agenda">All agendas</a></p>
            </body>
            </html>
            """.formatted(STYLE);

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private NothingHere() {}

    static void answer(HttpServerRequest request) {
        request.response().putHeader("Vary", "Accept");
        if (isBrowser(request.getHeader("Accept"))) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/html; charset=UTF-8")
                    .putHeader("Content-Security-Policy", POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(PAGE);
        } else {
            Problem.notFound("No service has this path").send(request.response());
        }
    }

    private static boolean isBrowser(String accept) {
        return accept != null && accept.strip().startsWith("text/html");
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
