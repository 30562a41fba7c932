package dev.lectern.e2e;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S1, S2, S4 and L4: what databases, topics and the agenda must always say. Each returns what contradicts it. */
final class StateInvariants {

    private static final List<String> FORMS = List.of("", ".json", ".ics");

    private final Evidence evidence;
    private final Map<String, String> bytesOfTag = new HashMap<>();
    private final Map<String, String> tagOfBytes = new HashMap<>();

    StateInvariants(Evidence evidence) {
        this.evidence = evidence;
    }

    List<String> noRoomIsBookedTwice() {
        return evidence.none("S1", "schedule", """
                select a.id, b.id from booking a join booking b
                  on a.room_id = b.room_id and a.id < b.id and (a.kind = 'SESSION') = (b.kind = 'SESSION')
                 and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                join room on room.id = a.room_id where room.exclusive""");
    }

    /**
     * The newest record of each aggregate is its present state: no event is missing, and none is of a state that was
     * rolled back.
     */
    List<String> everyStateIsTold() {
        var found = new ArrayList<String>();
        compare(found, Topics.CONFERENCE, "catalog", "select id, revision, revision from conference");
        compare(found, Topics.CONTRIBUTION, "catalog", "select id, revision, revision from contribution");
        compare(found, Topics.PRESENTER, "catalog", "select id, revision, revision from presenter");
        compare(found, Topics.ADDRESS, "catalog", "select id, revision, revision from presenter");
        // Later edits of what is not public are not told.
        compare(found, Topics.SLOT, "schedule", """
                select contribution_id, case when published_at is null then 1 else revision end, revision
                from booking join schedule using (conference_id) where kind = 'SLOT' and emitted is not null""");
        compare(found, Topics.SESSION, "schedule", """
                select id, case when published_at is null then 1 else revision end, revision
                from booking join schedule using (conference_id) where kind = 'SESSION' and emitted is not null""");
        return found;
    }

    /** @param sql key, lowest and highest revision of what is told */
    private void compare(List<String> found, String topic, String database, String sql) {
        var newest = evidence.newest(topic);
        for (var row : evidence.rows(database, sql)) {
            var key = row.get(0).toString();
            var told = Optional.ofNullable(newest.remove(key)).map(state -> state.revision() - state.revisionsFrom());
            if (told.filter(revision -> revision >= (Long) row.get(1) && revision <= (Long) row.get(2))
                    .isEmpty()) {
                found.add("S2 " + topic + " told " + told + " of " + row);
            }
        }
        newest.values().stream()
                .filter(state -> !state.isDeleted())
                .forEach(state -> found.add("S2 " + topic + " tells of " + state.key() + ", which is not there"));
    }

    /** Every version of a schedule from 1 to the present one is there. */
    List<String> versionsHaveNoGap() {
        return evidence.none("S4", "schedule", """
                select s.conference_id, s.version, count(c.version), max(c.version)
                from schedule s join conference on conference.id = s.conference_id and not conference.deleted
                left join change c using (conference_id)
                group by s.conference_id, s.version
                having s.version <> count(c.version) or s.version <> coalesce(max(c.version), 0)""");
    }

    /**
     * A relay that ends before it notes what it has sent sends it again, all of it and in the same order: only what is
     * new must be higher.
     */
    List<String> revisionsOnlyRise() {
        var found = new ArrayList<String>();
        for (var topic : Topics.ALL) {
            var highest = new HashMap<String, Long>();
            var seen = new HashSet<String>();
            for (var state : evidence.states(topic)) {
                var isNew = seen.add(state.text());
                if (isNew && state.revision() < highest.merge(state.key(), state.revision(), Math::max)) {
                    found.add("S4 " + topic + " " + state.key() + " falls to " + state.revision());
                }
            }
        }
        return found;
    }

    /** For all that was ever seen of an agenda in one form. */
    List<String> anEqualTagIsAnEqualAgenda(List<String> agendas) {
        var found = new ArrayList<String>();
        for (var slug : agendas) {
            for (var form : FORMS) {
                var answer = given().get(evidence.gateway() + "/agenda/" + slug + form)
                        .then()
                        .statusCode(200)
                        .extract();
                var where = slug + form + " ";
                var tag = where + answer.header("ETag");
                var bytes = where + answer.asString();
                if (!bytes.equals(bytesOfTag.computeIfAbsent(tag, any -> bytes))
                        || !tag.equals(tagOfBytes.computeIfAbsent(bytes, any -> tag))) {
                    found.add("S4 the tag " + tag + " is not that of its bytes");
                }
            }
        }
        return found;
    }

    /** What only passes through is gone once all is quiet, and what is set aside is what the tests wrote themselves. */
    List<String> nothingPilesUp() {
        var found = new ArrayList<String>();
        for (var database : List.of("catalog", "schedule", "notification")) {
            found.addAll(evidence.none("L4 outbox of " + database, database, "select id from outbox"));
            found.addAll(evidence.none(
                    "L4 parked in " + database,
                    database,
                    "select count(*) from parked_record having count(*) > " + evidence.forged()));
        }
        found.addAll(evidence.none("L4 touch", "notification", "select appearance_id from touch"));
        return found;
    }
}
