package dev.lectern.chassis.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final int LONGEST = 3;

    private final Lines lines = new Lines(LONGEST, Duration.ofMinutes(1));

    @Test
    void soManyAreServedAtOnceAndTheNextWaitsForOneToLeave() {
        var first = lines.join("clocks", 2);
        var second = lines.join("clocks", 2);
        var third = lines.join("clocks", 2);
        assertThat(List.of(first.isDone(), second.isDone(), third.isDone())).containsExactly(true, true, false);

        lines.leave("clocks");

        assertThat(third).isCompleted();
    }

    @Test
    void whoeverHasWaitedLongestIsNext() {
        occupy(lines, "clocks");
        var early = lines.join("clocks", 1);
        var late = lines.join("clocks", 1);

        lines.leave("clocks");

        assertThat(early).isCompleted();
        assertThat(late).isNotDone();
    }

    @Test
    void linesDoNotWaitForEachOther() {
        occupy(lines, "clocks");
        occupy(lines, "clocks");

        assertThat(lines.join("bells", 1)).isCompleted();
    }

    @Test
    void aLineThatIsTooLongRefusesTheNext() {
        IntStream.rangeClosed(0, LONGEST).forEach(number -> occupy(lines, "clocks"));

        var tooMany = lines.join("clocks", 1);

        assertThatThrownBy(tooMany::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whoeverHasGivenUpIsPassedOver() {
        occupy(lines, "clocks");
        var gone = lines.join("clocks", 1);
        var next = lines.join("clocks", 1);
        gone.cancel(false);

        lines.leave("clocks");

        assertThat(next).isCompleted();
    }

    @Test
    void patienceEnds() {
        var impatient = new Lines(LONGEST, Duration.ofMillis(1));
        occupy(impatient, "clocks");

        var late = impatient.join("clocks", 1);

        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aLineThatEverybodyHasLeftIsFree() {
        occupy(lines, "clocks");
        lines.leave("clocks");

        assertThat(lines.join("clocks", 1)).isCompleted();
    }

    @Test
    void aTurnThatComesAfterItsRequestEndedIsHandedOn() {
        occupy(lines, "clocks");
        var request = new Turn(lines);
        var unused = request.take("clocks", 1);
        request.end();

        lines.leave("clocks");

        assertThat(lines.join("clocks", 1)).isCompleted();
    }

    @Test
    void whoeverStepsAsideLetsOthersGoFirst() {
        var request = new Turn(lines);
        var unused = request.take("clocks", 1);
        var other = lines.join("clocks", 1);

        var passed = request.aside(() -> {
            var wasServed = other.isDone();
            lines.leave("clocks");
            return wasServed;
        });

        assertThat(passed).isTrue();
        assertThat(lines.join("clocks", 1)).isNotDone();
    }

    @Test
    void ofManyThreadsOnlySoManyAreServedAtOnce() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var crowd = new Lines(1000, Duration.ofMinutes(1));
        Callable<Integer> visit = () -> {
            crowd.join("clocks", 3).join();
            var served = now.incrementAndGet();
            most.accumulateAndGet(served, Math::max);
            now.decrementAndGet();
            crowd.leave("clocks");
            return served;
        };
        var threads = Executors.newFixedThreadPool(8);
        try {
            assertThat(threads.invokeAll(Collections.nCopies(2000, visit)))
                    .allSatisfy(served -> assertThat(served.get()).isBetween(1, 3));
        } finally {
            threads.shutdown();
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    private static void occupy(Lines lines, String name) {
        var unused = lines.join(name, 1);
    }
}
