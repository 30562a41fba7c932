package dev.lectern.e2e;

import static io.restassured.RestAssured.given;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The mail catcher, where every mail of the stack ends. */
final class Inbox {

    private final String url;

    Inbox(String url) {
        this.url = url;
    }

    /**
     * A mail with its parts decoded.
     *
     * @param to the address that it went to
     * @param bytes as they came
     */
    record Mail(
            String id,
            String to,
            String messageId,
            String subject,
            String text,
            String html,
            List<String> calendars,
            String bytes) {

        /** One for each talk or session that it tells of, as if each were a mail of its own. */
        Stream<Mail> parts() {
            return calendars.stream()
                    .map(calendar -> new Mail(id, to, messageId, subject, text, html, List.of(calendar), bytes));
        }

        ICalendar calendar() {
            return Biweekly.parse(calendars.get(0)).first();
        }

        VEvent event() {
            return calendar().getEvents().get(0);
        }

        /** The UID without what makes it one. */
        String contribution() {
            return event().getUid().getValue().replace("@lectern", "");
        }

        String method() {
            return calendar().getMethod().getValue();
        }
    }

    /** The mails to an address, in the order of their arrival. */
    List<Mail> to(String address) {
        return ids("?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .map(this::mail)
                .toList();
    }

    /** Waits for as many mails to an address, and returns them all: more are a failure too. */
    List<Mail> await(String address, int mails) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> to(address), found -> found.size() >= mails);
    }

    Mail mail(String id) {
        var body = Evidence.json(get("/" + id));
        return new Mail(
                id,
                body.at("/to/0").asText(null),
                body.get("messageId").asText(null),
                body.get("subject").asText(null),
                body.get("text").asText(null),
                body.get("html").asText(null),
                body.get("calendars").valueStream().map(JsonNode::asText).toList(),
                new String(get("/" + id + "/raw"), StandardCharsets.ISO_8859_1));
    }

    /** The ids of all messages, in the order of their arrival. */
    List<String> ids() {
        return ids("").toList();
    }

    private Stream<String> ids(String query) {
        return Evidence.json(get(query))
                .valueStream()
                .map(message -> message.get("id").asText());
    }

    private byte[] get(String rest) {
        return given().get(url + "/api/messages" + rest)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
