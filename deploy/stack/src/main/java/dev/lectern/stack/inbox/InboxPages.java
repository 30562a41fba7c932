package dev.lectern.stack.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lectern.stack.web.Problem;
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
import java.net.URLEncoder;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The inbox for people: a list, and beside it one message. Works without its script, which only adds comfort. */
final class InboxPages {

    /** Nothing but our own style sheet and script, and the frame in which a message's HTML is shown. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:;"
                    + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Foreign HTML: no scripts, no forms, nothing loaded from anywhere; links open in a window of their own. */
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss (VV)", Locale.ENGLISH);

    private final Mailbox mailbox;
    private final News news;
    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    private final Template page = engine.parse(resource("inbox.html"), Variant.forContentType(Variant.TEXT_HTML));

    InboxPages(Mailbox mailbox, News news) {
        this.mailbox = mailbox;
        this.news = news;
    }

    void routes(Router router) {
        router.get("/").blockingHandler(this::list, false);
        router.get("/messages/:id").blockingHandler(this::show, false);
        router.get("/messages/:id/html").blockingHandler(this::html, false);
        router.get("/messages/:id/calendars/:index").blockingHandler(this::calendar, false);
        router.get("/news").handler(news::subscribe);
        router.post("/delete").blockingHandler(this::delete, false);
        fixed(router, "/style.css", "text/css", resource("style.css"));
        fixed(router, "/inbox.js", "text/javascript", resource("inbox.js"));
    }

    private static void fixed(Router router, String path, String mediaType, String content) {
        router.get(path).handler(request -> send(request, mediaType, PAGE_POLICY, content));
    }

    private void list(RoutingContext request) {
        send(request, withList(request).data("message", null).data("open", null));
    }

    private void show(RoutingContext request) {
        mailbox.find(request.pathParam("id")).ifPresentOrElse(letter -> show(request, letter), () -> request.fail(404));
    }

    private void show(RoutingContext request, Letter letter) {
        var raw = mailbox.read(letter.item());
        var message = Mime.message(letter.item(), raw);
        var tabs = tabs(message);
        var wanted = Objects.requireNonNullElse(request.queryParams().get("view"), "");
        send(
                request,
                withList(request)
                        .data("message", message)
                        .data("open", letter.item().id())
                        .data("date", DATE.format(letter.local()))
                        .data("tabs", tabs)
                        .data("view", (tabs.contains(title(wanted)) ? wanted : tabs.get(0)).toLowerCase(Locale.ROOT))
                        .data(
                                "calendars",
                                message.calendars().stream().map(Invitation::of).toList())
                        .data("source", new String(raw, UTF_8)));
    }

    /** The best view first. */
    private static List<String> tabs(Message message) {
        var tabs = new ArrayList<String>();
        if (message.html() != null) {
            tabs.add("HTML");
        }
        tabs.add("Text");
        if (!message.calendars().isEmpty()) {
            tabs.add("Calendar");
        }
        tabs.addAll(List.of("Headers", "Source"));
        return tabs;
    }

    private static String title(String view) {
        return view.equals("html")
                ? "HTML"
                : view.isEmpty() ? "" : view.substring(0, 1).toUpperCase(Locale.ROOT) + view.substring(1);
    }

    private TemplateInstance withList(RoutingContext request) {
        var q = Objects.requireNonNullElse(request.queryParams().get("q"), "").strip();
        var before = Objects.requireNonNullElse(request.queryParams().get("before"), "");
        var found = mailbox.search(q, before);
        var older = found.size() > Mailbox.PAGE;
        var letters = older ? found.subList(0, Mailbox.PAGE) : found;
        return page.data("q", q)
                .data("letters", letters)
                .data("count", mailbox.size())
                .data("query", query(q, before))
                .data("newest", before.isEmpty() ? null : "/" + query(q, ""))
                .data(
                        "older",
                        older
                                ? "/"
                                        + query(
                                                q,
                                                letters.get(letters.size() - 1)
                                                        .item()
                                                        .id())
                                : null);
    }

    /** {@code ?q=…&before=…}, or nothing */
    private static String query(String q, String before) {
        var parameters = new ArrayList<String>();
        if (!q.isEmpty()) {
            parameters.add("q=" + URLEncoder.encode(q, UTF_8));
        }
        if (!before.isEmpty()) {
            parameters.add("before=" + URLEncoder.encode(before, UTF_8));
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    /** The message's own HTML, for the frame. Its links open outside of the frame. */
    private void html(RoutingContext request) {
        mailbox.find(request.pathParam("id"))
                .map(letter -> message(letter).html())
                .ifPresentOrElse(
                        html -> send(request, "text/html", MAIL_POLICY, "<base target=\"_blank\">" + html),
                        () -> request.fail(404));
    }

    private void calendar(RoutingContext request) {
        var index = request.pathParam("index");
        mailbox.find(request.pathParam("id"))
                .map(letter -> message(letter).calendars())
                .filter(calendars -> index.matches("[0-9]{1,3}") && Integer.parseInt(index) < calendars.size())
                .map(calendars -> calendars.get(Integer.parseInt(index)))
                .ifPresentOrElse(
                        calendar -> send(request, "text/calendar", MAIL_POLICY, calendar), () -> request.fail(404));
    }

    private Message message(Letter letter) {
        return Mime.message(letter.item(), mailbox.read(letter.item()));
    }

    /** Only from our own page: any other could send this form too. */
    private void delete(RoutingContext request) {
        var origin = request.request().getHeader("Origin");
        if (origin == null || !origin.equals("http://" + request.request().authority())) {
            new Problem(403, "forbidden", "This is not for you", "Only the inbox itself deletes messages")
                    .send(request.response());
            return;
        }
        mailbox.clear();
        request.response().setStatusCode(303).putHeader("Location", "/").end();
    }

    private static void send(RoutingContext request, TemplateInstance page) {
        send(request, "text/html", PAGE_POLICY, page.render());
    }

    private static void send(RoutingContext request, String mediaType, String policy, String body) {
        request.response()
                .putHeader("Content-Type", mediaType + "; charset=UTF-8")
                .putHeader("Content-Security-Policy", policy)
                // Else "null" would be the Origin of our own form, under a policy that browsers may choose.
                .putHeader("Referrer-Policy", "same-origin")
                .end(body);
    }

    private static String resource(String name) {
        try (var file = InboxPages.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
