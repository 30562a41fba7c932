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

    private final Lines lines = new Lines(Duration.ofMinutes(1));

    @Test
    void soManyAreServedAtOnceAndTheNextWaitsForOneToLeave() {
        var first = lines.join(line("clocks", 2));
        var second = lines.join(line("clocks", 2));
        var third = lines.join(line("clocks", 2));
        assertThat(List.of(first.isDone(), second.isDone(), third.isDone())).containsExactly(true, true, false);

        lines.leave(line("clocks", 1));

        assertThat(third).isCompleted();
    }

    @Test
    void whoeverHasWaitedLongestIsNext() {
        occupy(lines, "clocks");
        var early = lines.join(line("clocks", 1));
        var late = lines.join(line("clocks", 1));

        lines.leave(line("clocks", 1));

        assertThat(early).isCompleted();
        assertThat(late).isNotDone();
    }

    @Test
    void linesDoNotWaitForEachOther() {
        occupy(lines, "clocks");
        occupy(lines, "clocks");

        assertThat(lines.join(line("bells", 1))).isCompleted();
    }

    @Test
    void aLineThatIsTooLongRefusesTheNext() {
        IntStream.rangeClosed(0, LONGEST).forEach(number -> occupy(lines, "clocks"));

        var tooMany = lines.join(line("clocks", 1));

        assertThatThrownBy(tooMany::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whoeverHasGivenUpIsPassedOver() {
        occupy(lines, "clocks");
        var gone = lines.join(line("clocks", 1));
        var next = lines.join(line("clocks", 1));
        gone.cancel(false);

        lines.leave(line("clocks", 1));

        assertThat(next).isCompleted();
    }

    @Test
    void patienceEnds() {
        var impatient = new Lines(Duration.ofMillis(1));
        occupy(impatient, "clocks");

        var late = impatient.join(line("clocks", 1));

        assertThatThrownBy(late::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aLineThatEverybodyHasLeftIsFree() {
        occupy(lines, "clocks");
        lines.leave(line("clocks", 1));

        assertThat(lines.join(line("clocks", 1))).isCompleted();
    }

    @Test
    void aTurnThatComesAfterItsRequestEndedIsHandedOn() {
        occupy(lines, "clocks");
        var request = new Turn(lines);
        var unused = request.take(line("clocks", 1));
        request.end();

        lines.leave(line("clocks", 1));

        assertThat(lines.join(line("clocks", 1))).isCompleted();
    }

    @Test
    void whoeverStepsAsideLetsOthersGoFirst() {
        var request = new Turn(lines);
        var unused = request.take(line("clocks", 1));
        var other = lines.join(line("clocks", 1));

        var passed = request.aside(() -> {
            var wasServed = other.isDone();
            lines.leave(line("clocks", 1));
            return wasServed;
        });

        assertThat(passed).isTrue();
        assertThat(lines.join(line("clocks", 1))).isNotDone();
    }

    @Test
    void ofManyThreadsOnlySoManyAreServedAtOnce() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var few = new Line("clocks", 3, 1000);
        var crowd = new Lines(Duration.ofMinutes(1));
        Callable<Integer> visit = () -> {
            crowd.join(few).join();
            var served = now.incrementAndGet();
            most.accumulateAndGet(served, Math::max);
            now.decrementAndGet();
            crowd.leave(few);
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
        var unused = lines.join(line(name, 1));
    }

    private static Line line(String name, int places) {
        return new Line(name, places, LONGEST);
    }
}
