package dev.lectern.stack.openapi;

import dev.lectern.stack.gateway.OwnPath;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** Swagger UI over the merged document. Everything comes from this origin, and may go nowhere else. */
public final class ApiPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

    private ApiPage() {}

    /** What is served, by path. */
    public static Map<String, OwnPath> paths() {
        return Map.of(
                "/openapi/ui", file("page.html", "text/html; charset=UTF-8"),
                "/openapi/ui/page.js", file("page.js", "text/javascript; charset=UTF-8"),
                "/openapi/ui/swagger-ui.css", file(LIBRARY + "swagger-ui.css", "text/css; charset=UTF-8"),
                "/openapi/ui/swagger-ui-bundle.js",
                        file(LIBRARY + "swagger-ui-bundle.js", "text/javascript; charset=UTF-8"));
    }

    /** The version of the library, which has it in its paths. */
    private static String version() {
        var about = new Properties();
        try (var properties =
                ApiPage.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            about.load(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return about.getProperty("version");
    }

    private static OwnPath file(String resource, String mediaType) {
        var bytes = Buffer.buffer(read(resource));
        return request -> {
            if (OwnPath.isRead(request)) {
                request.response()
                        .putHeader("Content-Type", mediaType)
                        .putHeader("Content-Security-Policy", POLICY)
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .putHeader("Referrer-Policy", "no-referrer")
                        .putHeader("Cache-Control", "max-age=3600")
                        .end(bytes);
            }
        };
    }

    private static byte[] read(String resource) {
        try (var file = ApiPage.class.getResourceAsStream(resource)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
