package dev.lectern.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Patience;
import dev.lectern.stack.web.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The steps that make the demo, from the file {@code demo.json}. Each first looks whether it is done, so they can be
 * cut short anywhere and begun again.
 */
final class DemoConference {

    /** A mail takes well below a second, on a busy machine a few. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration GLANCE = Duration.ofMillis(100);

    /** The page of whoever reads a mail, in its text. */
    private static final Pattern PAGE = Pattern.compile("/presenter/[A-Za-z0-9_-]+");

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode wanted = read();
    private final Api lectern;
    private final Api inbox;
    private final String catalog;
    private final String schedule;
    private final String notification;
    private LocalDate firstDay;

    DemoConference(Api lectern, Api inbox) {
        this.lectern = lectern;
        this.inbox = inbox;
        var path = "/conferences/" + wanted.at("/conference/slug").asText();
        catalog = "/catalog" + path;
        schedule = "/schedule" + path;
        notification = "/notification" + path;
    }

    /** Returns the first day, when all is made and the last change of it has been accepted. */
    LocalDate make() throws IOException, InterruptedException {
        makeConference();
        makeTalks();
        makeRooms();
        publish();
        move();
        hold();
        answer();
        return firstDay;
    }

    void awaitNewsOfMove() throws IOException, InterruptedException {
        awaitMails(talk(wanted.get("move")).at("/presenter/email").asText(), 2);
    }

    private void makeConference() throws IOException, InterruptedException {
        var conference = lectern.find(catalog);
        if (conference.isEmpty()) {
            var tomorrow = LocalDate.now(
                            ZoneId.of(wanted.at("/conference/timeZone").asText()))
                    .plusDays(1);
            var request = wanted.get("conference").<ObjectNode>deepCopy();
            request.putPOJO(
                    "days", List.of(tomorrow.toString(), tomorrow.plusDays(1).toString()));
            conference = Optional.of(lectern.send("POST", "/catalog/conferences", request));
        }
        firstDay = LocalDate.parse(conference.get().at("/days/0").asText());
    }

    private void makeTalks() throws IOException, InterruptedException {
        var numbers = values(lectern.get(catalog + "/contributions"), "number");
        for (var talk : wanted.get("talks")) {
            if (!numbers.contains(talk.at("/contribution/number").asText())) {
                var request = talk.get("contribution").<ObjectNode>deepCopy();
                request.putPOJO("presenters", List.of(Map.of("id", presenter(talk.get("presenter")))));
                lectern.send("POST", catalog + "/contributions", request);
            }
        }
    }

    private String presenter(JsonNode presenter) throws IOException, InterruptedException {
        for (var there : lectern.get(catalog + "/presenters").get("items")) {
            if (there.get("email").equals(presenter.get("email"))) {
                return there.get("id").asText();
            }
        }
        return lectern.send("POST", catalog + "/presenters", presenter)
                .get("id")
                .asText();
    }

    private void makeRooms() throws IOException, InterruptedException {
        var there = values(lectern.get(schedule + "/rooms"), "slug");
        for (var room : wanted.get("rooms")) {
            if (!there.contains(room.get("slug").asText())) {
                lectern.send("POST", schedule + "/rooms", room);
            }
        }
    }

    /** In all rooms. */
    private void makeBreaks() throws IOException, InterruptedException {
        var request = JSON.createObjectNode();
        var operations = request.putArray("operations");
        for (var pause : wanted.get("breaks")) {
            var operation = pause.<ObjectNode>deepCopy();
            operation.remove(List.of("day", "time"));
            operations.add(operation.put("op", "break").put("startsAt", startsAt(pause)));
        }
        lectern.send("POST", schedule + "/changes", request);
    }

    /** Makes sessions of talks that are placed. */
    private void makeSessions() throws IOException, InterruptedException {
        var presenters = lectern.get(catalog + "/presenters").get("items");
        var request = JSON.createObjectNode();
        var operations = request.putArray("operations");
        for (var session : wanted.get("sessions")) {
            var operation = session.<ObjectNode>deepCopy();
            operation.remove(List.of("day", "time", "chair"));
            operation.put("op", "session").put("startsAt", startsAt(session));
            operation.putArray("chairs").add(idOf(session.get("chair"), presenters));
            operations.add(operation);
        }
        lectern.send("POST", schedule + "/changes", request);
    }

    private static String idOf(JsonNode address, JsonNode presenters) {
        return StreamSupport.stream(presenters.spliterator(), false)
                .filter(presenter -> presenter.get("email").equals(address))
                .map(presenter -> presenter.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The first mails need no quiet period, for all that they tell is there. */
    private void publish() throws IOException, InterruptedException {
        var working = lectern.get(schedule);
        if (working.get("published").asBoolean()) {
            return;
        }
        if (working.get("breaks").isEmpty()) {
            makeBreaks();
        }
        for (var talk : wanted.get("talks")) {
            if (!talk.get("place").isNull()) {
                place(talk.at("/contribution/number").asText(), talk.get("place"), null);
            }
        }
        if (working.get("sessions").isEmpty()) {
            makeSessions();
        }
        lectern.send(
                "PATCH",
                notification + "/settings",
                Map.of("quietPeriod", "PT0S", "contact", wanted.get("contact").asText()));
        lectern.send("PUT", schedule + "/publication", Map.of());
    }

    /** Waits for the first mail, else the move would be part of it. */
    private void move() throws IOException, InterruptedException {
        var move = wanted.get("move");
        if (isWhereItWas(move)) {
            awaitMails(talk(move).at("/presenter/email").asText(), 1);
            lectern.send("PATCH", notification + "/settings", Map.of("quietPeriod", "PT2S"));
            place(number(move), move.get("place"), move);
        }
    }

    /** One more move, of which its presenter hears once somebody has looked at the mail. */
    private void hold() throws IOException, InterruptedException {
        var move = wanted.get("held");
        if (isWhereItWas(move)) {
            place(number(move), move.get("place"), move);
        }
    }

    /** A presenter says on their own page, to which their mail has led them, that their time does not work. */
    private void answer() throws IOException, InterruptedException {
        var answer = wanted.get("answer");
        if (!lectern.get(notification + "/briefings?answer=DECLINED")
                .get("items")
                .isEmpty()) {
            return;
        }
        var mail = awaitMails(talk(answer).at("/presenter/email").asText(), 1).get(0);
        var text = inbox.get("/api/messages/" + mail.get("id").asText())
                .get("text")
                .asText();
        var page = PAGE.matcher(text);
        if (!page.find()) {
            throw new Failure("the mail about talk %s does not lead to its presenter's page".formatted(number(answer)));
        }
        lectern.submit(
                page.group() + "/answers",
                Map.of(
                        "appearance",
                        contribution(number(answer)),
                        "answer",
                        "DECLINED",
                        "words",
                        answer.get("words").asText()));
    }

    private String contribution(String number) throws IOException, InterruptedException {
        for (var there : lectern.get(catalog + "/contributions").get("items")) {
            if (there.get("number").asText().equals(number)) {
                return there.get("id").asText();
            }
        }
        throw new Failure("talk %s is gone".formatted(number));
    }

    private boolean isWhereItWas(JsonNode move) throws IOException, InterruptedException {
        var place = talk(move).get("place");
        for (var slot : lectern.get(schedule).get("slots")) {
            if (slot.at("/contribution/number").asText().equals(number(move))) {
                return slot.at("/room/slug").equals(place.get("room"))
                        && slot.get("startsAt").asText().startsWith(startsAt(place));
            }
        }
        return false;
    }

    /** @param how with a comment, and whether the mails about it are held; null for neither */
    private void place(String number, JsonNode place, JsonNode how) throws IOException, InterruptedException {
        var request = JSON.createObjectNode();
        request.set("room", place.get("room"));
        request.put("startsAt", startsAt(place));
        if (how != null) {
            request.set("comment", how.get("comment"));
            request.put("hold", how.path("hold").asBoolean());
        }
        lectern.send("PUT", schedule + "/slots/" + number, request);
    }

    private String startsAt(JsonNode place) {
        return firstDay.plusDays(place.get("day").asInt() - 1)
                + "T"
                + place.get("time").asText();
    }

    private JsonNode awaitMails(String address, int count) throws IOException, InterruptedException {
        for (var deadline = System.nanoTime() + Patience.now(PATIENCE).toNanos(); ; Thread.sleep(GLANCE.toMillis())) {
            var mails = inbox.get("/api/messages?to=" + address);
            if (mails.size() >= count) {
                return mails;
            }
            if (System.nanoTime() > deadline) {
                throw new Failure("%s was not mailed within %d s; see deploy/lectern logs notification"
                        .formatted(address, Patience.now(PATIENCE).toSeconds()));
            }
        }
    }

    /** The talk that this is about. */
    private JsonNode talk(JsonNode about) {
        return StreamSupport.stream(wanted.get("talks").spliterator(), false)
                .filter(talk -> talk.at("/contribution/number").equals(about.get("number")))
                .findFirst()
                .orElseThrow();
    }

    private static String number(JsonNode about) {
        return about.get("number").asText();
    }

    private static List<String> values(JsonNode list, String member) {
        return list.get("items").findValuesAsText(member);
    }

    private static JsonNode read() {
        try (var file = DemoConference.class.getResourceAsStream("demo.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
