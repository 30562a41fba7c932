package dev.lectern.e2e;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.e2e.Inbox.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a stack has shown so far. It is read as it grows, so that looking after every test is cheap. */
final class Evidence {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A state that a service told. */
    record State(String topic, String key, JsonNode value, String text) {

        long revision() {
            return value.path("revision").asLong();
        }

        /** What its service counts revisions from since its database was restored. */
        long revisionsFrom() {
            return value.path("revisionsFrom").asLong();
        }

        boolean isDeleted() {
            return value.path("deleted").asBoolean()
                    || value.path("status").asText().equals("UNPUBLISHED");
        }
    }

    private final Lectern lectern;
    private final Topics topics;
    private final Inbox inbox;
    private final Map<String, List<State>> states = new HashMap<>();
    private final List<Mail> mails = new ArrayList<>();
    private final Map<String, String> agendas = new HashMap<>();
    private int arrived;

    /** By service: what its revisions were ever counted from. It knows nothing of states below the last of them. */
    private final Map<String, NavigableSet<Long>> restored = new HashMap<>();

    private int forged;

    Evidence(Lectern lectern) {
        this.lectern = lectern;
        topics = lectern.topics();
        inbox = new Inbox(status().get("inbox").asText());
        Topics.ALL.forEach(topic -> states.put(topic, new ArrayList<>()));
    }

    void gather() {
        for (var record : topics.news()) {
            if (Topics.isForged(record)) {
                forged++;
            } else if (Topics.isRestoration(record)) {
                restored.computeIfAbsent(service(record.topic()), service -> new TreeSet<>())
                        .add(json(record.value()).get("revisionsFrom").asLong());
            } else {
                states.get(record.topic()).add(state(record.topic(), record.key(), record.value()));
            }
        }
        var ids = inbox.ids();
        ids.stream().skip(arrived).map(inbox::mail).flatMap(Mail::parts).forEach(mails::add);
        arrived = ids.size();
    }

    private static State state(String topic, String key, byte[] value) {
        return new State(topic, key, json(value), new String(value, StandardCharsets.UTF_8));
    }

    JsonNode status() {
        return lectern.addresses();
    }

    String gateway() {
        return status().get("gateway").asText();
    }

    /**
     * The public agendas that have changed since this was last called; the first time, and after forgetting, all of
     * them.
     */
    List<String> changedAgendas() {
        var changed = new ArrayList<String>();
        for (var row : rows("schedule", """
                select slug, version || ' ' || agenda_revision from conference join schedule on conference_id = id
                where published_at is not null and not deleted""")) {
            if (!row.get(1).equals(agendas.put((String) row.get(0), (String) row.get(1)))) {
                changed.add((String) row.get(0));
            }
        }
        return changed;
    }

    void forgetAgendas() {
        agendas.clear();
    }

    Path logs() {
        return lectern.data().resolve("logs");
    }

    /** In order for each key. */
    List<State> states(String topic) {
        return states.get(topic);
    }

    Stream<State> states(String topic, String key) {
        return states(topic).stream().filter(state -> state.key().equals(key));
    }

    /** The newest record of each key, but for what its service does not know any more. */
    Map<String, State> newest(String topic) {
        var newest = new HashMap<String, State>();
        states(topic).forEach(state -> newest.put(state.key(), state));
        newest.values().removeIf(state -> state.revision() < restored(topic));
        return newest;
    }

    /** What the revisions of a topic are counted from since its service said that it was restored, else 0. */
    long restored(String topic) {
        var bases = restored.get(service(topic));
        return bases == null ? 0 : bases.last();
    }

    /** Whether a restored service let others know that this is gone, by telling of all else. */
    boolean isLetGoOf(String topic, long revision) {
        return restored.getOrDefault(service(topic), new TreeSet<>()).contains(revision);
    }

    private static String service(String topic) {
        return topic.split("\\.", 3)[1];
    }

    /** In the order of their arrival. A mail that tells of several talks and sessions is there once for each. */
    List<Mail> mails() {
        return mails;
    }

    /** How many records the tests wrote themselves. */
    int forged() {
        return forged;
    }

    List<List<Object>> rows(String database, String sql) {
        return lectern.database(database).rows(sql);
    }

    /** The violation {@code what} for each row that there should not be. */
    List<String> none(String what, String database, String sql) {
        return rows(database, sql).stream().map(row -> what + " " + row).toList();
    }

    /** A whole list of one page, as an administrator sees it. */
    List<JsonNode> items(String path) {
        var page = json(given().auth()
                .oauth2(status().at("/tokens/admin").asText())
                .get(gateway() + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        if (!page.get("nextPageToken").isNull()) {
            throw new AssertionError("one page is enough for a test's conference: " + path);
        }
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    static JsonNode json(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
