package dev.lectern.e2e;

import static io.restassured.RestAssured.given;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

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
        List<String> ids = given().queryParam("to", address)
                .get(url + "/api/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return ids.stream().map(this::mail).toList();
    }

    /** Waits for as many mails to an address, and returns them all: more are a failure too. */
    List<Mail> await(String address, int mails) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> to(address), found -> found.size() >= mails);
    }

    Mail mail(String id) {
        var body = given().get(url + "/api/messages/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Mail(
                id,
                body.getString("to[0]"),
                body.getString("messageId"),
                body.getString("subject"),
                body.getString("text"),
                body.getString("html"),
                body.getList("calendars"),
                new String(raw(id), StandardCharsets.ISO_8859_1));
    }

    /** The ids of all messages, in the order of their arrival. */
    List<String> ids() {
        return given().get(url + "/api/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private byte[] raw(String id) {
        return given().get(url + "/api/messages/" + id + "/raw")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
