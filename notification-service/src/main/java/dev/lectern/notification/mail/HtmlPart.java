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

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build();
    private final Template notice = template("notice.html");
    private final Template bundle = template("bundle.html");

    String of(Letter letter) {
        return notice.data("letter", letter).render();
    }

    String of(Bundle letters) {
        return bundle.data("bundle", letters).render();
    }

    private Template template(String name) {
        return engine.parse(source("/mail/" + name), Variant.forContentType(Variant.TEXT_HTML));
    }

    private static String source(String name) {
        try (var resource = HtmlPart.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
