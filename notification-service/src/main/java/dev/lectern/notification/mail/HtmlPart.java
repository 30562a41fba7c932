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

    /** Bytes: of a longer mail programs show the beginning only. */
    static final int LONGEST = 60_000;

    private static final String TEMPLATE = "/mail/notice.html";

    /** Characters of one title or name: enough for almost all, and so few that no mail is too long. */
    private static final int MOST = 600;

    private static final int MOST_OF_LONG_MAILS = 100;

    private final Template template = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build()
            .parse(source(), Variant.forContentType(Variant.TEXT_HTML));

    String of(Letter letter) {
        var html = render(letter, MOST);
        return isTooLong(html) ? render(letter, MOST_OF_LONG_MAILS) : html;
    }

    static boolean isTooLong(String html) {
        return html.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private String render(Letter letter, int most) {
        return template.data("letter", letter, "most", most).render();
    }

    private static String source() {
        try (var resource = HtmlPart.class.getResourceAsStream(TEMPLATE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
