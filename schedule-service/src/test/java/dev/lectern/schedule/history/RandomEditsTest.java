package dev.lectern.schedule.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked for in whatever order: no room is ever double booked, each accepted change is one version, history tells how it was, and
 * what is undone is as before.
 */
@QuarkusTest
@WithTestResource(BackingServices.class)
class RandomEditsTest {

    private static final int TALKS = 8;
    private static final int CHANGES = 80;
    private static final int FIRST_VERSION = 2;

    /** No contribution has this number. */
    private static final int BREAKS = 0;

    private static final int SESSIONS = -1;

    private final long seed = Long.getLong("lectern.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> log = new ArrayList<>();
    private TestConference conference;

    @Test
    void anySequenceOfChangesKeepsItsPromises() {
        // Given
        conference = TestConference.ready();
        IntStream.range(5, 5 + TALKS - 2).forEach(number -> conference.accept(number, "Talk " + number));
        Awaitility.await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(TALKS)));
        var versions = new HashMap<Integer, Map<Integer, Object>>();
        versions.put(FIRST_VERSION, Map.of(BREAKS, List.of(), SESSIONS, List.of()));
        // When
        for (var i = 0; i < CHANGES; i++) {
            var newest = FIRST_VERSION + versions.size() - 1;
            var operations = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(any -> operation(newest))
                    .toList();
            log.add(operations.toString());
            var dry = change("?dryRun=true", operations);
            var real = change("", operations);
            var status = real.extract().statusCode();
            assertThat(status).as(this::story).isIn(200, 201, 400, 409);
            assertThat(dry.extract().statusCode()).as(this::story).isEqualTo(status == 201 ? 200 : status);
            if (status == 201) {
                assertThat(real.extract().<Integer>path("version"))
                        .as(this::story)
                        .isEqualTo(newest + 1);
                assertThat(places(real)).as(this::story).isEqualTo(places(dry));
                versions.put(newest + 1, slots(""));
                requireNobodyInTheWay(versions.get(newest + 1));
            }
        }
        // Then
        versions.forEach((version, slots) ->
                assertThat(slots("?version=" + version)).as(this::story).isEqualTo(slots));
        for (var i = 0; i < 20; i++) {
            var from = FIRST_VERSION + random.nextInt(versions.size());
            var to = FIRST_VERSION + random.nextInt(versions.size());
            assertThat(applied(versions.get(from), from, to)).as(this::story).isEqualTo(versions.get(to));
        }
        var before = slots("");
        var newest = FIRST_VERSION + versions.size() - 1;
        var past = FIRST_VERSION + random.nextInt(versions.size());
        change("", List.of(Map.of("op", "restore", "version", past)));
        assertThat(slots("")).as(this::story).isEqualTo(versions.get(past));
        if (!before.equals(versions.get(past))) {
            conference
                    .organiser()
                    .post(conference.path("/changes/" + (newest + 1) + "/revert"))
                    .then()
                    .statusCode(201);
            assertThat(slots("")).as(this::story).isEqualTo(before);
        }
    }

    /** Where each talk comes to be; a new session has another id each time. */
    private static List<Map<String, Object>> places(ValidatableResponse answer) {
        List<Map<String, Object>> changes = answer.extract().path("changes.after");
        changes.stream()
                .filter(Objects::nonNull)
                .forEach(after -> after.computeIfPresent("session", (any, id) -> "one"));
        return changes;
    }

    private Map<String, Object> operation(int newest) {
        var talk = 3 + random.nextInt(TALKS);
        var minutes = 5 * (1 + random.nextInt(20));
        return switch (random.nextInt(12)) {
            case 0 -> Map.of("op", "unschedule", "contribution", talk);
            case 1 -> Map.of("op", "swap", "contribution", talk, "with", 3 + random.nextInt(TALKS));
            case 2 -> Map.of("op", "swapRooms", "room", "red", "with", "blue", "from", time(0), "until", time(12 * 60));
            case 3 -> Map.of("op", "resize", "contribution", talk, "durationMinutes", minutes);
            case 4 -> Map.of("op", "shift", "from", time(random.nextInt(12) * 60), "minutes", minutes - 50);
            case 5 -> Map.of("op", random.nextBoolean() ? "pin" : "unpin", "contribution", talk);
            case 6 -> Map.of("op", "restore", "version", FIRST_VERSION + random.nextInt(newest - FIRST_VERSION + 1));
            case 7 -> pause(minutes);
            case 8, 9 -> session(talk);
            default ->
                Map.of(
                        "op",
                        "place",
                        "contribution",
                        talk,
                        "room",
                        random.nextBoolean() ? "red" : "blue",
                        "startsAt",
                        time(15 * random.nextInt(48)),
                        "durationMinutes",
                        minutes);
        };
    }

    private Map<String, Object> session(int talk) {
        var session = new HashMap<String, Object>(Map.of(
                "op",
                "session",
                "title",
                "Morning",
                "room",
                random.nextBoolean() ? "red" : "blue",
                "startsAt",
                time(15 * random.nextInt(48)),
                "durationMinutes",
                60 * (1 + random.nextInt(4)),
                "talks",
                random.nextBoolean() ? List.of(talk) : List.of(talk, 3 + (talk - 2) % TALKS)));
        List<String> known = conference.working().extract().path("sessions.id");
        if (!known.isEmpty() && random.nextInt(3) > 0) {
            var id = known.get(random.nextInt(known.size()));
            return random.nextInt(4) == 0 ? Map.of("op", "removeSession", "id", id) : with(session, "id", id);
        }
        return session;
    }

    private static Map<String, Object> with(Map<String, Object> operation, String member, Object value) {
        operation.put(member, value);
        return operation;
    }

    private Map<String, Object> pause(int minutes) {
        var pause = new HashMap<String, Object>(Map.of(
                "op",
                "break",
                "title",
                "Coffee",
                "startsAt",
                time(15 * random.nextInt(48)),
                "durationMinutes",
                minutes));
        if (random.nextBoolean()) {
            pause.put("room", random.nextBoolean() ? "red" : "blue");
        }
        return pause;
    }

    private static String time(int minutes) {
        return "2027-03-02T%02d:%02d".formatted(8 + minutes / 60, minutes % 60);
    }

    private ValidatableResponse change(String query, List<?> operations) {
        return conference
                .organiser()
                .body(Map.of("operations", operations))
                .post(conference.path("/changes" + query))
                .then();
    }

    /** What is known of each placed talk and of the breaks. */
    private Map<Integer, Object> slots(String query) {
        var answer = conference.organiser().get(conference.path(query)).then().statusCode(200);
        var slots = new TreeMap<Integer, Object>();
        slots.put(BREAKS, answer.extract().path("breaks"));
        slots.put(SESSIONS, answer.extract().path("sessions"));
        for (var slot : answer.extract().<List<Map<String, Object>>>path("slots")) {
            slots.put(number(slot), place(slot));
        }
        return slots;
    }

    private static Map<String, Object> place(Map<String, Object> slot) {
        var place = new HashMap<String, Object>();
        for (var member : List.of("room", "startsAt", "endsAt", "durationMinutes", "position", "pinned", "session")) {
            place.put(member, slot.get(member));
        }
        return place;
    }

    /** The slots of one version, with what is different in another. */
    private Map<Integer, Object> applied(Map<Integer, Object> slots, int from, int to) {
        var applied = new TreeMap<>(slots);
        var answer = conference
                .organiser()
                .get(conference.path("/diff?from=" + from + "&to=" + to))
                .then()
                .statusCode(200);
        for (var change : answer.extract().<List<Map<String, Object>>>path("changes")) {
            assertThat(change.get("before")).as(this::story).isEqualTo(slots.get(number(change)));
            if (change.get("after") == null) {
                applied.remove(number(change));
            } else {
                applied.put(number(change), change.get("after"));
            }
        }
        applied.put(BREAKS, slots("?version=" + to).get(BREAKS));
        applied.put(SESSIONS, slots("?version=" + to).get(SESSIONS));
        return applied;
    }

    private static int number(Map<String, Object> of) {
        return (int) ((Map<?, ?>) of.get("contribution")).get("number");
    }

    private void requireNobodyInTheWay(Map<Integer, Object> version) {
        var slots = new TreeMap<>(version);
        var sessions = (List<?>) slots.remove(SESSIONS);
        requireNobodyInTheWay(List.of(sessions));
        requireNobodyInTheWay(slots.values());
        sessions.forEach(session -> requireItsTalksInIt((Map<?, ?>) session, slots));
    }

    private void requireItsTalksInIt(Map<?, ?> session, Map<Integer, Object> slots) {
        for (var number : (List<?>) session.get("talks")) {
            var talk = (Map<?, ?>) slots.get(number);
            assertThat(talk.get("room")).as(this::story).isEqualTo(session.get("room"));
            assertThat(time(talk, "startsAt"))
                    .as(this::story)
                    .isAfterOrEqualTo(time(session, "startsAt"))
                    .isBefore(time(session, "endsAt"));
        }
    }

    private void requireNobodyInTheWay(Collection<?> bookings) {
        var places = bookings.stream()
                .flatMap(place -> place instanceof List<?> breaks ? breaks.stream() : Stream.<Object>of(place))
                .map(place -> (Map<?, ?>) place)
                .filter(place -> place.get("room") != null)
                .toList();
        for (var i = 0; i < places.size(); i++) {
            for (var other : places.subList(0, i)) {
                var one = places.get(i);
                assertThat(one.get("room").equals(other.get("room"))
                                && time(one, "startsAt").isBefore(time(other, "endsAt"))
                                && time(other, "startsAt").isBefore(time(one, "endsAt")))
                        .as(this::story)
                        .isFalse();
            }
        }
    }

    private static OffsetDateTime time(Map<?, ?> place, String member) {
        return OffsetDateTime.parse((String) place.get(member));
    }

    private String story() {
        return "lectern.seed=" + seed + "\n" + String.join("\n", log);
    }
}
