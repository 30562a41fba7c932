package dev.lectern.stack.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The inbox for people: a list and a view of one message, without scripts. */
final class InboxPages {

    /** Nothing but our own style sheet, and the frame in which a message's HTML is shown. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** Foreign HTML: no scripts, no forms, nothing loaded from anywhere; links open in a window of their own. */
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final Mailbox mailbox;
    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    private final Template list = template("list.html");
    private final Template message = template("message.html");
    private final String style = resource("style.css");

    InboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void routes(Router router) {
        router.get("/").blockingHandler(this::list, false);
        router.get("/messages/:id").blockingHandler(this::show, false);
        router.get("/messages/:id/html").blockingHandler(this::html, false);
        router.get("/style.css").handler(request -> send(request, "text/css", PAGE_POLICY, style));
    }

    private void list(RoutingContext request) {
        var to = request.queryParams().get("to");
        page(request, list.data("messages", mailbox.newestFirst(to)).data("to", Objects.requireNonNullElse(to, "")));
    }

    private void show(RoutingContext request) {
        mailbox.find(request.pathParam("id"))
                .ifPresentOrElse(item -> show(request, item, mailbox.read(item)), () -> request.fail(404));
    }

    private void show(RoutingContext request, MessageItem item, byte[] raw) {
        var content = Mime.message(item, raw);
        var wanted = request.queryParams().get("view");
        page(
                request,
                message.data("message", content)
                        .data("source", new String(raw, UTF_8))
                        .data("view", wanted != null ? wanted : content.html() != null ? "html" : "text"));
    }

    /** The message's own HTML, for the frame. Its links open outside of the frame. */
    private void html(RoutingContext request) {
        mailbox.find(request.pathParam("id"))
                .map(item -> Mime.message(item, mailbox.read(item)).html())
                .ifPresentOrElse(
                        html -> send(request, "text/html", MAIL_POLICY, "<base target=\"_blank\">" + html),
                        () -> request.fail(404));
    }

    private static void page(RoutingContext request, TemplateInstance page) {
        send(request, "text/html", PAGE_POLICY, page.render());
    }

    private static void send(RoutingContext request, String mediaType, String policy, String body) {
        request.response()
                .putHeader("Content-Type", mediaType + "; charset=UTF-8")
                .putHeader("Content-Security-Policy", policy)
                .end(body);
    }

    private Template template(String name) {
        return engine.parse(resource(name), Variant.forContentType(Variant.TEXT_HTML));
    }

    private static String resource(String name) {
        try (var file = InboxPages.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
