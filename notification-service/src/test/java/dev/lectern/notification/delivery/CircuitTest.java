package dev.lectern.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircuitTest {

    private static final Attempt UNREACHABLE = new Attempt(Verdict.TRANSIENT, "no connection");
    private static final Attempt CLOSING = new Attempt(Verdict.TRANSIENT, "421 closing");
    private static final Attempt DOUBTFUL = new Attempt(Verdict.AMBIGUOUS, "no reply in time");
    private static final Attempt GREYLISTED = new Attempt(Verdict.TRANSIENT, "450 greylisted");
    private static final Attempt REFUSED = new Attempt(Verdict.MISCONFIGURED, "535 no");
    private static final Attempt ACCEPTED = new Attempt(Verdict.ACCEPTED, "250 ok");

    /** The clock may be anywhere, and pass its end. */
    private long nanos = Long.MAX_VALUE - 1;

    private final Circuit circuit = new Circuit(rules(Map.of()), new SimpleMeterRegistry(), () -> nanos);

    @Test
    void itOpensAfterFiveFailuresInARow() {
        fail(4);
        assertThat(circuit.permitsAttempt()).isTrue();
        circuit.heed(DOUBTFUL);
        assertThat(circuit.state()).isEqualTo(Circuit.State.AWAY);
        assertThat(circuit.permitsAttempt()).isFalse();
    }

    @Test
    void aServerThatAnswersIsNotAway() {
        IntStream.range(0, 20).forEach(any -> {
            fail(4);
            circuit.heed(GREYLISTED);
        });
        assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
    }

    @Test
    void afterEachPauseThereIsOneProbeAndThePausesGrow() {
        fail(5);
        for (var seconds : new int[] {30, 60, 120, 240, 300, 300}) {
            pass(seconds - 1);
            assertThat(circuit.permitsAttempt()).as("just before %d s", seconds).isFalse();
            pass(1);
            assertThat(circuit.permitsAttempt()).as("after %d s", seconds).isTrue();
            assertThat(circuit.permitsAttempt()).isFalse();
            circuit.heed(CLOSING);
        }
    }

    @Test
    void whatWasUnderWayWhenItOpenedMakesThePauseNoLonger() {
        fail(5);
        circuit.heed(UNREACHABLE);
        circuit.heed(UNREACHABLE);
        pass(30);
        assertThat(circuit.permitsAttempt()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "ADDRESS_REFUSED", "MESSAGE_REFUSED"})
    void theFirstAnswerClosesIt(Verdict verdict) {
        fail(5);
        pass(30);
        assertThat(circuit.permitsAttempt()).isTrue();
        circuit.heed(new Attempt(verdict, "250 or not"));
        assertThat(circuit.permitsAttempt()).isTrue();
        assertThat(circuit.permitsAttempt()).isTrue();
        assertThat(circuit.nextProbe()).isNull();
        fail(4);
        assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
    }

    @Test
    void aRefusalOfUsOpensItAtOnceAndItsPausesDoNotGrow() {
        circuit.heed(REFUSED);
        for (var probe = 0; probe < 3; probe++) {
            assertThat(circuit.state()).isEqualTo(Circuit.State.REFUSED);
            assertThat(circuit.permitsAttempt()).isFalse();
            pass(30);
            assertThat(circuit.permitsAttempt()).isTrue();
            circuit.heed(REFUSED);
        }
        circuit.heed(GREYLISTED);
        assertThat(circuit.permitsAttempt()).isFalse();
        pass(30);
        assertThat(circuit.permitsAttempt()).isTrue();
        circuit.heed(ACCEPTED);
        assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
    }

    @Test
    void aProbeThatFoundNothingToSendIsMadeAgainAfterAPause() {
        fail(5);
        pass(30);
        assertThat(circuit.permitsAttempt()).isTrue();
        pass(30);
        assertThat(circuit.permitsAttempt()).isTrue();
    }

    @Test
    void mailsGoOutEvenlyWhereThatIsWished() throws InterruptedException {
        var pace = new Pace(rules(Map.of("lectern.delivery.rate", "20")));
        var begin = System.nanoTime();
        for (var mail = 0; mail < 11; mail++) {
            pace.awaitTurn();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(490));
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(any -> circuit.heed(UNREACHABLE));
    }

    private void pass(int seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    private static DeliveryRules rules(Map<String, String> more) {
        // As plain SmallRye Config reads durations; Quarkus reads shorter words too.
        var values = new HashMap<String, String>(Map.of(
                "lectern.delivery.poll-interval", "PT1S",
                "lectern.delivery.lease", "PT15S",
                "lectern.delivery.lease-renewal", "PT5S",
                "lectern.delivery.idle-limit", "PT10S",
                "lectern.delivery.pause-when-refused", "PT30S",
                "lectern.delivery.pause-when-away", "PT30S",
                "lectern.delivery.give-up-after", "P5D"));
        values.putAll(more);
        return new SmallRyeConfigBuilder()
                .withMapping(DeliveryRules.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(DeliveryRules.class);
    }
}
