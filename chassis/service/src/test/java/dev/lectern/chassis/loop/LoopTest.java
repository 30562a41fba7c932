package dev.lectern.chassis.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.loop.Loop.Rest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Steps steps = new Steps();
    private Loop loop = new Loop("steps", steps);

    /** Counts what is done, and fails where a test wants it to. */
    private static class Steps implements Loop.Work {

        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        volatile Rest rest = Rest.upTo(LONG);
        volatile Rest restAfterFailure = Rest.NONE;
        volatile boolean failing;

        @Override
        public Rest step() throws Exception {
            if (failing) {
                throw new IllegalStateException("as the test wants it");
            }
            done.incrementAndGet();
            return rest;
        }

        @Override
        public Rest failed(Throwable failure) {
            failed.incrementAndGet();
            return restAfterFailure;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        loop.stop(LONG);
    }

    @Test
    void aStepFollowsWhenTheLoopIsWoken() {
        loop.start();
        await().until(() -> steps.done.get() == 1);

        loop.wake();

        await().until(() -> steps.done.get() == 2);
    }

    @Test
    void whatArrivesDuringAStepIsSeenByAnother() {
        loop.wake();
        loop.wake();

        loop.start();

        await().until(() -> steps.done.get() == 2);
    }

    @Test
    void stepsFollowAtOnceWhereThereIsMoreToDo() {
        steps.rest = Rest.NONE;

        loop.start();

        await().until(() -> steps.done.get() > 100);
    }

    @Test
    void aThreadThatHasNothingToDoAnyMoreEnds() {
        steps.rest = Rest.END;

        loop.start();

        await().until(() -> steps.closed.get() == 1);
        assertThat(steps.done).hasValue(1);
        assertThat(loop.isStopping()).isFalse();
    }

    @Test
    void aFailureEndsNoLoop() {
        steps.failing = true;
        loop.start();
        await().until(() -> steps.failed.get() > 2);

        steps.failing = false;

        await().until(() -> steps.done.get() == 1);
    }

    @Test
    void theRestAfterAFailureIsCutShortByTheStopAlone() throws InterruptedException {
        steps.failing = true;
        steps.restAfterFailure = Rest.allOf(LONG);
        loop.start();
        await().until(() -> steps.failed.get() == 1);

        loop.wake();
        loop.stop(LONG);

        assertThat(steps.failed).hasValue(1);
        assertThat(steps.closed).hasValue(1);
    }

    @Test
    void aStopAwaitsTheStepUnderWayAndNoOtherIsBegun() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var work = new Steps() {
            @Override
            public Rest step() throws Exception {
                begun.countDown();
                stopped.await();
                return super.step();
            }
        };
        loop = new Loop("steps", work);
        loop.start();
        begun.await();
        var stop = new Thread(() -> {
            await().until(loop::isStopping);
            stopped.countDown();
        });
        stop.start();

        loop.stop(LONG);

        assertThat(work.done).hasValue(1);
        assertThat(work.closed).hasValue(1);
    }

    @Test
    void eachThreadHasItsOwnWork() throws InterruptedException {
        var made = new AtomicInteger();
        loop = new Loop("steps", 3, () -> {
            made.incrementAndGet();
            return steps;
        });
        loop.start();
        await().until(() -> steps.done.get() == 3);

        loop.stop(LONG);

        assertThat(made).hasValue(3);
        assertThat(steps.closed).hasValue(3);
    }

    @Test
    void aThreadThatEndsThoughItHasMoreToDoIsDead() throws InterruptedException {
        loop = new Loop("fragile", new Steps() {
            @Override
            public Rest failed(Throwable failure) {
                throw new IllegalStateException(failure);
            }

            @Override
            public Rest step() {
                throw new IllegalStateException("as the test wants it");
            }
        });

        loop.start();

        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(Loop.dead()).contains("fragile"));
        loop.stop(LONG);
        assertThat(Loop.dead()).doesNotContain("fragile");
    }

    @Test
    void aThreadThatIsInterruptedIsDead() {
        loop = new Loop("interrupted", new Steps() {
            @Override
            public Rest step() throws InterruptedException {
                throw new InterruptedException("as the test wants it");
            }
        });

        loop.start();

        await().untilAsserted(() -> assertThat(Loop.dead()).contains("interrupted"));
    }

    @Test
    void aThreadThatHasNoMoreToDoIsNotDead() {
        loop = new Loop("finished", steps);
        steps.rest = Rest.END;

        loop.start();

        await().untilAsserted(() -> assertThat(steps.closed).hasValue(1));
        assertThat(Loop.dead()).doesNotContain("finished");
    }
}
