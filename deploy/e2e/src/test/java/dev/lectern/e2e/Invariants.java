package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What must always hold, seen from outside: databases, topics, inbox and agenda. The names are those of the design: S1 no double booking, S4
 * numbers only rise, S7 one Message-ID is one message, S9 a calendar's SEQUENCE never goes back, L1 the last mail is the agenda.
 */
final class Invariants {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode status;
    private final Inbox inbox;
    private final String admin;

    Invariants(JsonNode status) {
        this.status = status;
        this.inbox = new Inbox(status.get("inbox").asText());
        this.admin = status.at("/tokens/admin").asText();
    }

    void check() {
        new Quiet(status).await();
        noRoomIsBookedTwice();
        versionsHaveNoGap();
        revisionsOnlyRise();
        anEqualTagIsAnEqualAgenda();
        aMessageIdIsOneMessage();
        sequencesNeverGoBack();
        publishedConferences().forEach(this::theLastMailIsTheAgenda);
    }

    /** S1 */
    private void noRoomIsBookedTwice() {
        assertThat(new Database(status, "schedule").rows("""
                select a.contribution_id, b.contribution_id from slot a join slot b
                  on a.room_id = b.room_id and a.contribution_id < b.contribution_id
                 and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                join room on room.id = a.room_id where room.exclusive""")).as("S1").isEmpty();
    }

    /** S4: every version of a schedule from 1 to the present one is there. */
    private void versionsHaveNoGap() {
        assertThat(new Database(status, "schedule").rows("""
                select s.conference_id, s.version, count(c.version), max(c.version)
                from schedule s left join change c using (conference_id)
                group by s.conference_id, s.version
                having s.version <> count(c.version) or s.version <> coalesce(max(c.version), 0)""")).as("S4").isEmpty();
    }

    /** S4: a key's revisions never fall; a repeated record is harmless. */
    private void revisionsOnlyRise() {
        for (var topic : Topics.ALL) {
            var last = new HashMap<String, Long>();
            for (var record : new Topics(status).records(topic)) {
                var revision = revision(record.value());
                if (revision > 0) {
                    assertThat(revision)
                            .as("S4 %s %s", topic, record.key())
                            .isGreaterThanOrEqualTo(last.getOrDefault(record.key(), 0L));
                    last.put(record.key(), revision);
                }
            }
        }
    }

    /** S4 */
    private void anEqualTagIsAnEqualAgenda() {
        for (var slug : publishedConferences()) {
            for (var form : List.of("", ".ics")) {
                var first = given().get("/agenda/" + slug + form).then().extract();
                var second = given().get("/agenda/" + slug + form).then().extract();
                assertThat(first.header("ETag").equals(second.header("ETag")))
                        .as("S4 the tag of %s%s", slug, form)
                        .isEqualTo(java.util.Arrays.equals(first.asByteArray(), second.asByteArray()));
            }
        }
    }

    /** S7 */
    private void aMessageIdIsOneMessage() {
        var seen = new HashMap<String, byte[]>();
        List<Map<String, Object>> messages = given().get(status.get("inbox").asText() + "/api/messages")
                .then()
                .extract()
                .path("");
        for (var message : messages) {
            var bytes = inbox.raw(message.get("id").toString());
            var earlier = seen.putIfAbsent(message.get("messageId").toString(), bytes);
            assertThat(bytes).as("S7 %s", message.get("messageId")).isEqualTo(earlier == null ? bytes : earlier);
        }
    }

    /** S9: per presenter and contribution; the very same mail may arrive twice. */
    private void sequencesNeverGoBack() {
        var last = new HashMap<String, Integer>();
        List<Map<String, Object>> messages = given().get(status.get("inbox").asText() + "/api/messages")
                .then()
                .extract()
                .path("");
        for (var message : messages) {
            List<String> calendars = given().get(status.get("inbox").asText() + "/api/messages/" + message.get("id"))
                    .then()
                    .extract()
                    .path("calendars");
            var event = Biweekly.parse(calendars.get(0)).first().getEvents().get(0);
            var key = message.get("to") + " " + event.getUid().getValue();
            var sequence = event.getSequence().getValue();
            assertThat(sequence)
                    .as("S9 %s", event.getUid().getValue())
                    .isGreaterThanOrEqualTo(last.getOrDefault(key, 0));
            last.put(key, sequence);
        }
    }

    private List<String> publishedConferences() {
        return given().get("/agenda?pageSize=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items.slug");
    }

    /** L1: for everyone who was told, the last mail, the agenda and the feed agree; everyone else's briefing says why not. */
    private void theLastMailIsTheAgenda(String slug) {
        var talks = talks(slug);
        var feed = feed(slug);
        var addresses = addresses(slug);
        for (var briefing : items("/notification/conferences/" + slug + "/briefings?pageSize=500")) {
            var state = briefing.get("state").asText();
            if (!state.equals("TOLD")) {
                assertThat(state)
                        .as("L1 a briefing of %s", slug)
                        .isIn("NO_ADDRESS", "BAD_ADDRESS", "UNANNOUNCED", "FAILED", "BASELINE", "NOTHING_TO_TELL");
                continue;
            }
            var talk = talks.get(briefing.at("/contribution/number").asInt());
            var last = lastMail(
                    addresses.get(briefing.at("/presenter/id").asText()),
                    talk.get("uid").asText());
            assertThat(last.getDateStart().getValue().toInstant())
                    .as("L1 mail and agenda")
                    .isEqualTo(startOf(talk));
            assertThat(last.getLocation().getValue())
                    .as("L1 mail and agenda")
                    .isEqualTo(talk.at("/room/name").asText());
            assertThat(last.getSummary().getValue())
                    .as("L1 mail and agenda")
                    .isEqualTo(talk.get("title").asText());
            var inFeed = feed.get(talk.get("uid").asText());
            assertThat(inFeed.getDateStart().getValue().toInstant())
                    .as("L1 feed and agenda")
                    .isEqualTo(startOf(talk));
            assertThat(inFeed.getLocation().getValue())
                    .as("L1 feed and agenda")
                    .isEqualTo(talk.at("/room/name").asText());
        }
    }

    private Map<Integer, JsonNode> talks(String slug) {
        var talks = new HashMap<Integer, JsonNode>();
        read(given().get("/agenda/" + slug).then().extract().asByteArray())
                .get("talks")
                .forEach(talk -> talks.put(talk.get("number").asInt(), talk));
        return talks;
    }

    private Map<String, VEvent> feed(String slug) {
        var events = new HashMap<String, VEvent>();
        Biweekly.parse(given().get("/agenda/" + slug + ".ics").then().extract().asString())
                .first()
                .getEvents()
                .forEach(event -> events.put(event.getUid().getValue(), event));
        return events;
    }

    private Map<String, String> addresses(String slug) {
        var addresses = new HashMap<String, String>();
        items("/catalog/conferences/" + slug + "/presenters?pageSize=500")
                .forEach(presenter -> addresses.put(
                        presenter.get("id").asText(), presenter.get("email").asText()));
        return addresses;
    }

    private VEvent lastMail(String address, String uid) {
        VEvent last = null;
        for (var mail : inbox.to(address)) {
            var event = mail.calendar().getEvents().get(0);
            last = event.getUid().getValue().equals(uid) ? event : last;
        }
        assertThat(last).as("L1 a mail about %s", uid).isNotNull();
        return last;
    }

    private static java.time.Instant startOf(JsonNode talk) {
        return OffsetDateTime.parse(talk.get("startsAt").asText()).toInstant();
    }

    private List<JsonNode> items(String path) {
        var page = read(given().auth()
                .oauth2(admin)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(page.get("nextPageToken").isNull())
                .as("one page is enough for a journey's conference")
                .isTrue();
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    /** 0 for what is no JSON object: a poison record has no revision. */
    private static long revision(byte[] value) {
        try {
            return value == null ? 0 : JSON.readTree(value).path("revision").asLong(0);
        } catch (IOException poison) {
            return 0;
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
