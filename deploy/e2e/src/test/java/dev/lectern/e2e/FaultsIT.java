package dev.lectern.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.e2e.EditStream.Edit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever dies, hangs or is away while a schedule is edited: what was answered is kept, and in the end everyone has
 * been told what is true. A seed that was printed is repeated with {@code -Dlectern.seed=…}.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class FaultsIT {

    @RegisterExtension
    static final RunningStack STACK = RunningStack.apart("faults", 2);

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final int KILLING_SECONDS = 60;

    private final Lectern lectern;
    private final Organiser organiser;
    private final EditStream edits;

    FaultsIT(Lectern lectern) {
        this.lectern = lectern;
        organiser = Organiser.withConference(lectern);
        edits = EditStream.on(organiser);
    }

    /** Each part once, in any order and at any moment; what starts it again is the launcher, and a person for that. */
    @Test
    void nothingIsLostWhenEachPartIsKilled() {
        var seed = Long.getLong("lectern.seed", System.nanoTime());
        System.out.println("lectern.seed=" + seed);
        var random = new Random(seed);
        var parts = new ArrayList<>(List.of(Part.values()));
        Collections.shuffle(parts, random);
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(KILLING_SECONDS);
        for (var part : parts) {
            goOnFor(Duration.ofMillis(random.nextLong(2L * KILLING_SECONDS * 1000 / (parts.size() + 2))));
            part.kill(lectern);
            if (part == Part.LAUNCHER) {
                lectern.up();
            }
        }
        goOnFor(Duration.ofNanos(Math.max(0, end - System.nanoTime())));

        everyoneIsToldWhatIsTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatHangsIsOutlasted(Part part) {
        goOnFor(Duration.ofSeconds(2));
        part.hang(lectern, () -> goOnFor(PAUSE));
        goOnFor(Duration.ofSeconds(2));

        everyoneIsToldWhatIsTrue();
    }

    @Test
    void editsAreAcceptedWhileTheBrokerIsAway() {
        goOnFor(Duration.ofSeconds(2));
        Part.KAFKA.hang(lectern, () -> goOnFor(Duration.ofSeconds(60)));
        edits.close();

        assertThat(edits.edits()).allMatch(Edit::isAccepted);
        everyoneIsToldWhatIsTrue();
    }

    /**
     * Twice, out of order, too large, of an unknown kind, or no JSON at all: written into every topic, while edits go
     * on.
     */
    @Test
    void recordsThatNobodyShouldHaveWrittenDoNoHarm() {
        var topics = RunningStack.topics();
        goOnFor(Duration.ofSeconds(5));
        for (var topic : Topics.ALL) {
            var states = topics.records(topic);
            Collections.reverse(states);
            states.stream().limit(50).forEach(state -> topics.writeState(topic, state.key(), state.value()));
            var key = UUID.randomUUID().toString();
            topics.writeState(topic, key, ("{\"id\":\"" + key + "\",\"revision\":-1}").getBytes(UTF_8));
            topics.writeState(topic, "no id", new byte[] {'{', 0, (byte) 0xff});
            topics.writeState(topic, key, ("{\"title\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(UTF_8));
            topics.write(topic, key, "{}".getBytes(UTF_8));
            topics.writeState(topic, key, null);
        }
        goOnFor(Duration.ofSeconds(5));

        everyoneIsToldWhatIsTrue();
    }

    /** Every connection is cut at once, and the log is replayed at the next start. */
    @Test
    void nothingIsLostWhenTheDatabaseQuitsAtOnce() {
        goOnFor(Duration.ofSeconds(2));
        Part.POSTGRES.end(lectern, "QUIT");
        goOnFor(Duration.ofSeconds(5));

        everyoneIsToldWhatIsTrue();
    }

    /**
     * One replica waits for the broker with what it has sent, while the database forgets that it was the one to send.
     */
    @Test
    void whatIsSentLateDoesNotComeLast() {
        goOnFor(Duration.ofSeconds(2));
        Part.KAFKA.kill(lectern);
        goOnFor(Duration.ofMillis(500));
        Part.POSTGRES.end(lectern, "QUIT");
        goOnFor(Duration.ofSeconds(3));

        everyoneIsToldWhatIsTrue();
    }

    /** What was not answered was not done: a caller who is told to come back may do so without doing it twice. */
    @ParameterizedTest
    @EnumSource(names = {"CATALOG", "SCHEDULE", "NOTIFICATION"})
    void aServiceThatIsAskedToEndFinishesWhatItHasBegun(Part service) {
        goOnFor(Duration.ofSeconds(3));
        var begin = System.nanoTime();
        service.end(lectern, "TERM");
        var drained = Duration.ofNanos(System.nanoTime() - begin);
        goOnFor(Duration.ofSeconds(2));

        everyoneIsToldWhatIsTrue();
        assertThat(drained).isLessThan(Duration.ofSeconds(20));
        assertThat(edits.edits()).extracting(Edit::status).isSubsetOf(200, 503);
        assertThat(edits.edits()).filteredOn(Edit::isInDoubt).noneMatch(edits::wasApplied);
    }

    private void everyoneIsToldWhatIsTrue() {
        edits.close();
        System.out.println(edits);
        var begin = System.nanoTime();
        lectern.awaitReady();
        RunningStack.invariants().quiet().await(RECOVERY);
        System.out.println(
                "recoverySeconds=" + Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        assertThat(edits.accepted()).isPositive();
        assertThat(edits.edits()).extracting(Edit::status).isSubsetOf(0, 200, 503);
        assertThat(edits.violations()).isEmpty();
    }

    /** Lets the edits go on: the time is the experiment's, nothing is waited for. */
    private static void goOnFor(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
