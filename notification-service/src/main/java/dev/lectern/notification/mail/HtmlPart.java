package dev.lectern.notification.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A letter as {@code text/html}, by a template that escapes every value. Its own engine keeps it a plain object. */
final class HtmlPart {

    /** Bytes: of a longer mail programs show the beginning only. */
    static final int LONGEST = 60_000;

    /** Characters of one title or name: enough for almost all, and so few that no mail is too long. */
    private static final int MOST = 600;

    private static final int MOST_OF_LONG_MAILS = 100;

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build();
    private final Template notice = template("notice.html");
    private final Template bundle = template("bundle.html");
    private final Template plain = template("plain.html");

    HtmlPart() {
        engine.putTemplate("frame", template("frame.html"));
    }

    String of(Letter letter) {
        return shortest(notice, "letter", letter);
    }

    /** One about so many talks that it would still be too long shows of each only what is true now. */
    String of(Bundle letters) {
        return shortest(bundle, "bundle", letters);
    }

    String of(PlainLetter letter) {
        return plain.data("letter", letter, "most", MOST).render();
    }

    private static String shortest(Template template, String name, Object facts) {
        return Stream.of(
                        template.data(name, facts, "most", MOST, "brief", false),
                        template.data(name, facts, "most", MOST_OF_LONG_MAILS, "brief", false))
                .map(TemplateInstance::render)
                .filter(html -> !isTooLong(html))
                .findFirst()
                .orElseGet(() -> template.data(name, facts, "most", MOST_OF_LONG_MAILS, "brief", true)
                        .render());
    }

    static boolean isTooLong(String html) {
        return html.getBytes(StandardCharsets.UTF_8).length > LONGEST;
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
