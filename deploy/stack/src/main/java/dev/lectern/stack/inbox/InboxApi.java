package dev.lectern.stack.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.stack.web.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** The inbox for programs: JSON below {@code /api/messages}. */
final class InboxApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final Mailbox mailbox;

    InboxApi(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void routes(Router router) {
        router.route("/api/*").handler(InboxApi::requireKnownParameters);
        router.get("/api/messages").blockingHandler(this::list, false);
        router.delete("/api/messages").blockingHandler(this::clear, false);
        router.get("/api/messages/:id").blockingHandler(this::show, false);
        router.get("/api/messages/:id/raw").blockingHandler(this::raw, false);
    }

    private void list(RoutingContext request) {
        send(
                request,
                "application/json",
                json(mailbox.items(request.queryParams().get("to"))));
    }

    private void show(RoutingContext request) {
        mailbox.find(request.pathParam("id"))
                .map(Letter::item)
                .map(item -> Mime.message(item, mailbox.read(item)))
                .ifPresentOrElse(message -> send(request, "application/json", json(message)), () -> request.fail(404));
    }

    private void raw(RoutingContext request) {
        mailbox.find(request.pathParam("id"))
                .map(Letter::item)
                .map(mailbox::read)
                .ifPresentOrElse(bytes -> send(request, "message/rfc822", bytes), () -> request.fail(404));
    }

    private void clear(RoutingContext request) {
        mailbox.clear();
        request.response().setStatusCode(204).end();
    }

    /** An unknown parameter is a mistake: {@code ?too=} would else list everything. */
    private static void requireKnownParameters(RoutingContext request) {
        if (Set.of("to").containsAll(request.queryParams().names())) {
            request.next();
        } else {
            new Problem(400, "invalid-request", "The request is not valid", "The only parameter is \"to\"")
                    .send(request.response());
        }
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not serialisable", e);
        }
    }

    private static void send(RoutingContext request, String mediaType, byte[] body) {
        request.response().putHeader("Content-Type", mediaType).end(Buffer.buffer(body));
    }
}
