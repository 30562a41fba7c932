package dev.lectern.stack.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * As much of the API and the inbox as the demo needs, with a power switch. The real ones are too slow to be cut off
 * everywhere.
 */
final class PlayedLectern {

    final Map<String, JsonObject> presenters = new LinkedHashMap<>();
    final Map<String, JsonObject> contributions = new LinkedHashMap<>();
    final Map<String, JsonObject> rooms = new LinkedHashMap<>();
    final Map<String, JsonObject> slots = new LinkedHashMap<>();
    final List<String> breaks = new ArrayList<>();
    final List<String> sessions = new ArrayList<>();
    final List<String> mails = new ArrayList<>();
    final List<String> held = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    List<String> days = List.of();
    String quietPeriod = "PT2M";
    boolean published;
    boolean taken;
    int requests;

    private final HttpServer server;
    private long lastAnswered = Integer.MAX_VALUE;

    PlayedLectern(Vertx vertx) throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(router(vertx))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    int port() {
        return server.actualPort();
    }

    /** The request after these is done but never answered, and those after it are not even done. */
    void diesAfter(int answered) {
        lastAnswered = answered;
    }

    void lives() {
        lastAnswered = Integer.MAX_VALUE;
    }

    /** The state, but for random ids. */
    @Override
    public String toString() {
        return String.join(
                "\n",
                List.of(
                        days + quietPeriod + published + mails + held + answers,
                        presenters.keySet().toString(),
                        contributions.keySet().toString(),
                        rooms.keySet().toString(),
                        slots.toString(),
                        breaks.toString(),
                        sessions.toString()));
    }

    private Router router(Vertx vertx) {
        var router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        router.route().handler(this::count);
        router.post("/catalog/conferences").handler(this::createConference);
        router.get("/catalog/conferences/demo").handler(this::showConference);
        router.get("/catalog/conferences/demo/presenters").handler(it -> list(it, presenters));
        router.post("/catalog/conferences/demo/presenters").handler(it -> add(it, presenters, "email"));
        router.get("/catalog/conferences/demo/contributions").handler(it -> list(it, contributions));
        router.post("/catalog/conferences/demo/contributions").handler(it -> add(it, contributions, "number"));
        router.get("/schedule/conferences/demo/rooms").handler(it -> list(it, rooms));
        router.post("/schedule/conferences/demo/rooms").handler(it -> add(it, rooms, "slug"));
        router.get("/schedule/conferences/demo").handler(this::showSchedule);
        router.put("/schedule/conferences/demo/slots/:number").handler(this::place);
        router.post("/schedule/conferences/demo/changes").handler(this::change);
        router.put("/schedule/conferences/demo/publication").handler(this::publish);
        router.route(HttpMethod.PATCH, "/notification/conferences/demo/settings")
                .handler(this::set);
        router.get("/notification/conferences/demo/briefings")
                .handler(it -> it.end(new JsonObject().put("items", answers).encode()));
        router.get("/api/messages").handler(this::listMails);
        router.get("/api/messages/:id")
                .handler(it -> it.end(new JsonObject()
                        .put("text", "Your own page: https://lectern.example/presenter/secret-1\n")
                        .encode()));
        router.post("/presenter/secret-1/answers").handler(this::answer);
        return router;
    }

    private void count(RoutingContext it) {
        if (++requests > lastAnswered + 1) {
            it.request().connection().close();
        } else {
            it.next();
            if (requests > lastAnswered) {
                it.request().connection().close();
            }
        }
    }

    private void createConference(RoutingContext it) {
        if (taken) {
            it.response().setStatusCode(409).end("{\"detail\":\"The slug is taken\"}");
        } else {
            days = it.body().asJsonObject().getJsonArray("days").stream()
                    .map(String.class::cast)
                    .toList();
            it.response().setStatusCode(201).end(conference());
        }
    }

    private void showConference(RoutingContext it) {
        it.response().setStatusCode(days.isEmpty() ? 404 : 200).end(conference());
    }

    private String conference() {
        return new JsonObject().put("days", days).encode();
    }

    private void showSchedule(RoutingContext it) {
        it.end(new JsonObject()
                .put("published", published)
                .put("slots", List.copyOf(slots.values()))
                .put("breaks", List.copyOf(breaks))
                .put("sessions", List.copyOf(sessions))
                .encode());
    }

    private void place(RoutingContext it) {
        var number = it.pathParam("number");
        var request = it.body().asJsonObject();
        if (!rooms.containsKey(request.getString("room")) || !contributions.containsKey(number)) {
            it.response().setStatusCode(404).end("{}");
            return;
        }
        slots.put(
                number,
                new JsonObject()
                        .put("contribution", new JsonObject().put("number", Integer.valueOf(number)))
                        .put("room", new JsonObject().put("slug", request.getString("room")))
                        .put("startsAt", request.getString("startsAt") + ":00+01:00"));
        if (published) {
            (request.getBoolean("hold", false) ? held : mails).add("moved");
        }
        it.end("{}");
    }

    private void listMails(RoutingContext it) {
        var list = mails.stream()
                .map(subject -> new JsonObject().put("id", subject).put("subject", subject))
                .toList();
        it.end(new JsonArray(list).toBuffer());
    }

    private void answer(RoutingContext it) {
        answers.add(it.request().getFormAttribute("answer"));
        it.response().setStatusCode(303).end();
    }

    private void change(RoutingContext it) {
        it.body().asJsonObject().getJsonArray("operations").stream()
                .map(JsonObject.class::cast)
                .forEach(operation -> (operation.getString("op").equals("break") ? breaks : sessions)
                        .add(operation.getString("title") + " " + operation.getString("startsAt")));
        it.response().setStatusCode(201).end("{}");
    }

    private void publish(RoutingContext it) {
        if (!published) {
            mails.add("scheduled");
        }
        published = true;
        it.end("{}");
    }

    private void set(RoutingContext it) {
        quietPeriod = it.body().asJsonObject().getString("quietPeriod");
        it.end("{}");
    }

    private static void list(RoutingContext it, Map<String, JsonObject> items) {
        it.end(new JsonObject().put("items", List.copyOf(items.values())).encode());
    }

    private static void add(RoutingContext it, Map<String, JsonObject> items, String key) {
        var item = it.body().asJsonObject().put("id", UUID.randomUUID().toString());
        if (items.putIfAbsent(item.getValue(key).toString(), item) != null) {
            it.response().setStatusCode(409).end("{}");
        } else {
            it.response().setStatusCode(201).end(item.encode());
        }
    }
}
