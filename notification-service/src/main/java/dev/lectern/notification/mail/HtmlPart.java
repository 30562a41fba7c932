package dev.lectern.notification.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A letter as {@code text/html}, by a template that escapes every value. Its own engine keeps it a plain object. */
final class HtmlPart {

    private static final String TEMPLATE = "/mail/notice.html";

    private final Template template = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build()
            .parse(source(), Variant.forContentType(Variant.TEXT_HTML));

    String of(Letter letter) {
        return template.data("letter", letter).render();
    }

    private static String source() {
        try (var resource = HtmlPart.class.getResourceAsStream(TEMPLATE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
