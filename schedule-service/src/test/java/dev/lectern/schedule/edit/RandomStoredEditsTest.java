package dev.lectern.schedule.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.edit.RandomEdits.Draw;
import dev.lectern.schedule.edit.RandomEdits.Named;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules make of random changes in memory, they make of them on the database too, through the API. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class RandomStoredEditsTest {

    private static final int CHANGES = 40;
    private static final ObjectWriter JSON = new ObjectMapper().writerFor(new TypeReference<List<Operation>>() {});

    private final List<String> story = new ArrayList<>();

    /** Two that are always the same, and a new one. */
    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, Long.getLong("lectern.seed", System.nanoTime()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDatabaseAgreesWithTheMemory(long seed) {
        // Given
        var random = new Random(seed);
        story.add("lectern.seed=" + seed);
        var conference = TestConference.ready();
        IntStream.range(5, RandomEdits.FIRST_TALK + RandomEdits.TALKS)
                .forEach(number -> conference.accept(number, "Talk " + number));
        Awaitility.await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(RandomEdits.TALKS)));
        var memory = RandomEdits.schedule();
        for (var i = 0; i < CHANGES; i++) {
            var version = memory.schedule().version();
            var draws = Stream.generate(() -> draw(random))
                    .limit(1 + random.nextInt(3))
                    .toList();
            var there = RandomEdits.operations(draws, version, named(conference));
            story.add(there.toString());
            // When
            var dry = change(conference, "?dryRun=true", there);
            var answer = change(conference, "", there);
            var outcome = memory.apply(RandomEdits.operations(draws, version, Named.of(memory.now()))
                    .toArray(Operation[]::new));
            // Then
            var status = outcome.refusal().map(Refused::status).orElse(200);
            assertThat(dry.extract().statusCode())
                    .as(() -> told() + "\n" + dry.extract().asString())
                    .isEqualTo(status);
            assertThat(answer.extract().statusCode())
                    .as(this::told)
                    .isEqualTo(outcome.change().isPresent() ? 201 : status);
            assertThat(places(answer)).as(this::told).isEqualTo(places(dry));
            assertThat(conference.version()).as(this::told).isEqualTo((int)
                    memory.schedule().version());
            assertThat(readable(conference)).as(this::told).isEqualTo(readable(memory));
        }
    }

    private static Draw draw(Random random) {
        return new Draw(
                random.nextInt(1000),
                random.nextInt(1000),
                random.nextInt(1000),
                random.nextInt(1000),
                random.nextInt(1000));
    }

    private static ValidatableResponse change(TestConference conference, String query, List<Operation> operations) {
        return conference
                .organiser()
                .body("{\"operations\":" + json(operations) + "}")
                .post(conference.path("/changes" + query))
                .then();
    }

    private static String json(List<Operation> operations) {
        try {
            return JSON.writeValueAsString(operations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Named named(TestConference conference) {
        var working = conference.working().extract();
        return new Named(byTitle(working.path("breaks")), byTitle(working.path("sessions")));
    }

    private static SortedMap<String, UUID> byTitle(List<Map<String, Object>> things) {
        var ids = new TreeMap<String, UUID>();
        things.forEach(thing -> ids.put((String) thing.get("title"), UUID.fromString((String) thing.get("id"))));
        return ids;
    }

    /** Where each talk comes to be; a new session has another id each time. */
    private static List<Map<String, Object>> places(ValidatableResponse answer) {
        List<Map<String, Object>> changes = answer.extract().path("changes.after");
        Objects.requireNonNullElse(changes, List.<Map<String, Object>>of()).stream()
                .filter(Objects::nonNull)
                .forEach(after -> after.computeIfPresent("session", (any, id) -> "one"));
        return changes;
    }

    /** One line for each talk that has a place, break and session. */
    private static SortedSet<String> readable(TestConference conference) {
        var working = conference.working().extract();
        List<Map<String, Object>> sessions = working.path("sessions");
        var titles = sessions.stream().collect(Collectors.toMap(one -> one.get("id"), one -> one.get("title")));
        var lines = new TreeSet<String>();
        for (var slot : working.<List<Map<String, Object>>>path("slots")) {
            lines.add(line(
                    "talk " + ((Map<?, ?>) slot.get("contribution")).get("number"),
                    slug(slot),
                    slot.get("startsAt"),
                    slot.get("durationMinutes"),
                    slot.get("pinned"),
                    titles.get(slot.get("session"))));
        }
        for (var kind : List.of("breaks", "sessions")) {
            for (var one : working.<List<Map<String, Object>>>path(kind)) {
                lines.add(line(kind, slug(one), one.get("startsAt"), one.get("durationMinutes"), one.get("title")));
            }
        }
        return lines;
    }

    private static Object slug(Map<String, Object> thing) {
        return thing.get("room") == null ? null : ((Map<?, ?>) thing.get("room")).get("slug");
    }

    private static SortedSet<String> readable(PlainSchedule memory) {
        var now = memory.now();
        var lines = new TreeSet<String>();
        now.slots()
                .forEach((number, placement) -> placement
                        .spot()
                        .ifPresent(spot -> lines.add(line(
                                "talk " + number,
                                spot.place().room().slug(),
                                text(spot.place().startsAt()),
                                spot.durationMinutes(),
                                spot.pinned(),
                                spot.session() == null
                                        ? null
                                        : now.sessions().get(spot.session()).title()))));
        now.breaks()
                .values()
                .forEach(pause -> lines.add(line(
                        "breaks",
                        pause.place().room() == null
                                ? null
                                : pause.place().room().slug(),
                        text(pause.place().startsAt()),
                        pause.durationMinutes(),
                        pause.title())));
        now.sessions()
                .values()
                .forEach(session -> lines.add(line(
                        "sessions",
                        session.place().room().slug(),
                        text(session.place().startsAt()),
                        session.durationMinutes(),
                        session.title())));
        return lines;
    }

    private static String text(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static String line(Object... parts) {
        return Arrays.toString(parts);
    }

    private String told() {
        return String.join("\n", story);
    }
}
