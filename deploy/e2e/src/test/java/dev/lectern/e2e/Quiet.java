package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The state in which nothing is under way: outboxes are empty, what the topics tell is in the replicas, and nothing is
 * due or being sent. It is looked at in the direction in which data flow, so that nothing slips by. Consumers' offsets
 * would tell the same, but seconds later.
 */
final class Quiet {

    private final Evidence evidence;

    /** The revision at which each public agenda was last read, by slug. */
    private final Map<String, String> agendas = new HashMap<>();

    Quiet(Evidence evidence) {
        this.evidence = evidence;
    }

    void await() {
        await(Duration.ofSeconds(60));
    }

    void await(Duration patience) {
        org.awaitility.Awaitility.await()
                .atMost(patience)
                .untilAsserted(() -> assertThat(underWay()).as("under way").isEmpty());
    }

    private List<String> underWay() {
        var found = new ArrayList<>(queued("catalog"));
        evidence.gather();
        found.addAll(unread("schedule", "conference", "id", Topics.CONFERENCE));
        found.addAll(unread("schedule", "contribution", "id", Topics.CONTRIBUTION));
        found.addAll(unread("schedule", "presenter", "id", Topics.PRESENTER));
        found.addAll(queued("schedule"));
        evidence.gather();
        found.addAll(unread("catalog", "placement", "id", Topics.SLOT));
        found.addAll(unread("catalog", "placement", "id", Topics.SESSION));
        found.addAll(unread("notification", "conference", "id", Topics.CONFERENCE));
        found.addAll(unread("notification", "appearance", "id", Topics.CONTRIBUTION));
        found.addAll(unread("notification", "presenter", "id", Topics.PRESENTER));
        found.addAll(unread("notification", "address", "id", Topics.ADDRESS));
        found.addAll(unread("notification", "slot", "appearance_id", Topics.SLOT));
        found.addAll(unread("notification", "slot", "appearance_id", Topics.SESSION));
        found.addAll(evidence.none("touch", "notification", "select appearance_id from touch"));
        found.addAll(evidence.none(
                "notice",
                "notification",
                "select id, state from notice where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS')"));
        found.addAll(outdatedAgendas());
        return found;
    }

    private List<String> outdatedAgendas() {
        var found = new ArrayList<String>();
        for (var row : evidence.rows("schedule", """
                select slug, cast(agenda_revision as text) from conference join schedule on conference_id = id
                where published_at is not null and not deleted""")) {
            var slug = (String) row.get(0);
            if (!row.get(1).equals(agendas.get(slug))) {
                var read = given().get(evidence.gateway() + "/agenda/" + slug).jsonPath();
                agendas.put(slug, read.getString("revision"));
                found.add("agenda of " + slug + ", which is read at " + agendas.get(slug) + " of " + row.get(1));
            }
        }
        return found;
    }

    private List<String> queued(String database) {
        return evidence.none("outbox of " + database, database, "select id from outbox");
    }

    private List<String> unread(String database, String table, String key, String topic) {
        var revisions = new HashMap<String, Long>();
        evidence.rows(database, "select " + key + ", revision from " + table)
                .forEach(row -> revisions.put(row.get(0).toString(), (Long) row.get(1)));
        return evidence.newest(topic).entrySet().stream()
                .filter(told -> isUnread(told.getValue(), revisions.get(told.getKey())))
                .map(Map.Entry::getKey)
                .map(unread -> database + " has not read " + topic + " " + unread)
                .toList();
    }

    /** What is deleted may leave no trace. */
    private static boolean isUnread(Evidence.State told, Long revision) {
        return revision == null ? !told.isDeleted() : revision < told.revision();
    }
}
