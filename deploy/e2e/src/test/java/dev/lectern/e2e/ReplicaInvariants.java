package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.e2e.Evidence.State;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** S5 and L3: what services keep of each other's state. Each returns what contradicts it. */
final class ReplicaInvariants {

    private static final Pattern WORD_BREAK = Pattern.compile("_([a-z])");

    /** A table of copies, and where they come from. */
    private record Replica(String database, String table, String key, String topic) {

        @Override
        public String toString() {
            return database + "." + table;
        }
    }

    private static final String OF_SESSION =
            "exists (select from appearance where id = appearance_id and kind = 'SESSION')";

    private static final List<Replica> REPLICAS = List.of(
            new Replica("catalog", "placement where session_title is null", "id", Topics.SLOT),
            new Replica("catalog", "placement where session_title is not null", "id", Topics.SESSION),
            new Replica("schedule", "conference", "id", Topics.CONFERENCE),
            new Replica("schedule", "contribution", "id", Topics.CONTRIBUTION),
            new Replica("schedule", "presenter", "id", Topics.PRESENTER),
            new Replica("schedule", "contact", "conference_id", Topics.SETTINGS),
            new Replica("notification", "conference", "id", Topics.CONFERENCE),
            new Replica("notification", "appearance where kind = 'TALK'", "id", Topics.CONTRIBUTION),
            new Replica("notification", "appearance where kind = 'SESSION'", "id", Topics.SESSION),
            new Replica("notification", "presenter", "id", Topics.PRESENTER),
            new Replica("notification", "address", "id", Topics.ADDRESS),
            new Replica("notification", "slot where not " + OF_SESSION, "appearance_id", Topics.SLOT),
            new Replica("notification", "slot where " + OF_SESSION, "appearance_id", Topics.SESSION));

    private final Evidence evidence;
    private final Map<String, JsonNode> seen = new HashMap<>();

    ReplicaInvariants(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Compared with all that was seen before. */
    List<String> replicasNeverGoBack() {
        var found = new ArrayList<String>();
        for (var replica : REPLICAS) {
            rows(replica).forEach((key, row) -> {
                var before = seen.put(replica + " " + key, row);
                if (before != null && isOlder(row, before)) {
                    found.add("S5 " + replica + " " + key + " went back");
                }
            });
        }
        return found;
    }

    private static boolean isOlder(JsonNode row, JsonNode before) {
        return row.get("revision").asLong() < before.get("revision").asLong()
                || (before.path("deleted").asBoolean() && !row.path("deleted").asBoolean());
    }

    /** A map of the newest revisions, read from the start of the topics, has what the tables have. */
    List<String> aRebuiltReplicaIsTheRunningOne() {
        var found = new ArrayList<String>();
        for (var replica : REPLICAS) {
            var rows = rows(replica);
            rebuilt(replica.topic()).forEach((key, state) -> {
                var row = rows.remove(key);
                if (row != null) {
                    compare(found, replica, row, state);
                } else if (!state.isDeleted()) {
                    found.add("L3 " + replica + " lacks " + key);
                }
            });
            if (evidence.restored(replica.topic()) > 0) {
                rows.values()
                        .removeIf(row -> row.path("deleted").asBoolean()
                                || evidence.isLetGoOf(
                                        replica.topic(), row.get("revision").asLong()));
            }
            rows.keySet().forEach(key -> found.add("L3 " + replica + " has " + key + ", of which nobody told"));
        }
        return found;
    }

    private Map<String, State> rebuilt(String topic) {
        var newest = new HashMap<String, State>();
        evidence.states(topic)
                .forEach(state -> newest.merge(
                        state.key(), state, (old, fresh) -> fresh.revision() > old.revision() ? fresh : old));
        newest.values().removeIf(state -> state.revision() < evidence.restored(topic));
        return newest;
    }

    private static void compare(List<String> found, Replica replica, JsonNode row, State state) {
        row.properties().forEach(column -> {
            var comparable =
                    !state.isDeleted() || List.of("revision", "deleted").contains(column.getKey());
            if (comparable && !same(column.getValue(), expected(column.getKey(), replica, state.value()))) {
                found.add("L3 " + replica + "." + column.getKey() + " of " + state.key());
            }
        });
    }

    private static JsonNode expected(String column, Replica replica, JsonNode state) {
        return switch (column) {
            case "withdrawn" ->
                // A session has no such state.
                BooleanNode.valueOf(List.of("PROPOSED", "REJECTED", "WITHDRAWN")
                        .contains(state.path("state").asText()));
            // That a service has gone back behind every announcement is announced by nobody.
            case "announced_revision" ->
                state.has("revisionsFrom") && state.path("announced").isNull()
                        ? null
                        : LongNode.valueOf(state.at("/announced/revision").asLong());
            case "announced_author" ->
                state.has("revisionsFrom") && state.path("announced").isNull() ? null : state.at("/announced/author");
            case "announced_comment" -> state.at("/announced/comment");
            case "revisions_from" ->
                LongNode.valueOf(state.path("revisionsFrom").asLong());
            // The time of the state that first had this announcement, which may have been merged into a later one.
            case "announced_at" -> null;
            // What presenters chose on their own pages is no copy.
            case "own_locale", "own_locale_over", "own_email", "own_email_over" -> null;
            // Absent when there are none.
            case "features", "links", "authors" ->
                state.has(column) ? state.get(column) : Evidence.JSON.createArrayNode();
            case "look" -> look(state.path(column));
            case "logo" -> logo(state.at("/look/logo"));
            // A session that is removed may come back.
            case "deleted" -> BooleanNode.valueOf(state.get(column).asBoolean() && isForGood(replica, state));
            case "id" -> replica.topic().equals(Topics.SLOT) ? state.get("contributionId") : state.get("id");
            case "is_scheduled" ->
                BooleanNode.valueOf(state.path("status").asText().equals("SCHEDULED"));
            case "session_title" -> state.path("title");
            // A slot has none.
            case "chairs" -> state.has(column) ? state.get(column) : Evidence.JSON.createArrayNode();
            case "room" -> state.at("/room/name");
            case "room_slug" -> state.at("/room/slug");
            case "kind" -> TextNode.valueOf(replica.topic().equals(Topics.SESSION) ? "SESSION" : "TALK");
            case "appearance_id" ->
                replica.topic().equals(Topics.SESSION) ? state.get("id") : state.get("contributionId");
            case "abstract" -> replica.topic().equals(Topics.SESSION) ? TextNode.valueOf("") : state.get(column);
            case "presenters" -> presenters(replica, state);
            default ->
                state.path(WORD_BREAK
                        .matcher(column)
                        .replaceAll(word -> word.group(1).toUpperCase(java.util.Locale.ROOT)));
        };
    }

    /** Null where nobody chose anything. */
    private static JsonNode look(JsonNode chosen) {
        var look = Evidence.JSON.createObjectNode();
        List.of("accent", "welcome", "logo")
                .forEach(member ->
                        look.set(member, chosen.hasNonNull(member) ? chosen.get(member) : NullNode.getInstance()));
        return look;
    }

    /** Without what a data URI begins with. */
    private static JsonNode logo(JsonNode uri) {
        return uri.isTextual() ? TextNode.valueOf(uri.asText().replaceFirst(".*,", "")) : NullNode.getInstance();
    }

    private static boolean isForGood(Replica replica, JsonNode state) {
        return !replica.topic().equals(Topics.SESSION)
                || state.get("status").asText().equals("UNPUBLISHED");
    }

    private static JsonNode presenters(Replica replica, JsonNode state) {
        if (replica.topic().equals(Topics.SESSION)) {
            var chairs = Evidence.JSON.createArrayNode();
            state.get("chairs")
                    .forEach(chair ->
                            chairs.addObject().put("id", chair.asText()).put("name", ""));
            return chairs;
        }
        return replica.database().equals("notification")
                ? listed(state, List.of("id", "name"))
                : listed(state, List.of("id", "name", "affiliation"));
    }

    /** Ids and names are all that mails need. Who was merged into whom is kept apart. */
    private static ArrayNode listed(JsonNode contribution, List<String> members) {
        var listed = Evidence.JSON.createArrayNode();
        contribution.get("presenters").forEach(presenter -> {
            var kept = listed.addObject();
            members.forEach(member -> kept.set(member, presenter.get(member)));
        });
        return listed;
    }

    /** @param expected null where anything is right; the members of an object have no order */
    private static boolean same(JsonNode actual, JsonNode expected) {
        return expected == null || actual.equals(expected) || normal(actual).equals(normal(expected));
    }

    /** A text of which times do not depend on the offset that they are written with. */
    private static String normal(JsonNode value) {
        if (value instanceof NullNode || value.isMissingNode()) {
            return "null";
        }
        try {
            return value.isTextual()
                    ? OffsetDateTime.parse(value.asText()).toInstant().toString()
                    : value.toString();
        } catch (DateTimeException noTime) {
            return value.toString();
        }
    }

    private Map<String, JsonNode> rows(Replica replica) {
        var rows = new HashMap<String, JsonNode>();
        evidence.rows(
                        replica.database(),
                        "select " + replica.key() + ", to_jsonb(t)::text from (select * from " + replica.table()
                                + ") t")
                .forEach(row -> rows.put(
                        row.get(0).toString(),
                        Evidence.json(row.get(1).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        return rows;
    }
}
