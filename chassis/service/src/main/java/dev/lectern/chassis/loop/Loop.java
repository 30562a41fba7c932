package dev.lectern.chassis.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Threads that do one step after the other until they are stopped, or have no more to do. Between two steps they rest,
 * until the time is up or work arrives.
 */
public final class Loop {

    /** What one thread does. */
    public interface Work extends AutoCloseable {

        /** One step, and how long to rest after it. */
        Rest step() throws Exception;

        /** How long to rest after a step that failed. */
        Rest failed(Throwable failure);

        /** The end of the thread. */
        @Override
        default void close() {}
    }

    /**
     * The time between two steps. The stop of the loop ends every rest.
     *
     * @param wakeable whether {@link #wake} ends it too
     */
    public record Rest(Duration atMost, boolean wakeable) {

        /** The next step follows at once. */
        public static final Rest NONE = new Rest(Duration.ZERO, false);

        /** There is nothing to do any more, and the thread ends. */
        public static final Rest END = new Rest(Duration.ofSeconds(Long.MAX_VALUE), false);

        /** The time until there is something to do, at most. */
        public static Rest upTo(Duration time) {
            return new Rest(time, true);
        }

        /** The whole time, as after a failure that would only be repeated. */
        public static Rest allOf(Duration time) {
            return new Rest(time, false);
        }
    }

    private static final Logger LOG = Logger.getLogger(Loop.class);

    /** Of this process, from their start to their stop. */
    private static final Set<Loop> UNDER_WAY = ConcurrentHashMap.newKeySet();

    private final List<Thread> threads = new ArrayList<>();
    private final Set<Thread> done = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** A loop of one thread. */
    public Loop(String name, Work work) {
        threads.add(new Thread(() -> run(work), name));
    }

    /** A loop of several threads, which are numbered from 1. Each makes its own work. */
    public Loop(String name, int size, Supplier<Work> work) {
        for (var number = 1; number <= size; number++) {
            threads.add(new Thread(() -> run(work.get()), name + "-" + number));
        }
    }

    public void start() {
        UNDER_WAY.add(this);
        threads.forEach(Thread::start);
    }

    /**
     * The names of the threads in this process that have ended though they had more to do: whatever they did is done no
     * more, until there is another process.
     */
    public static List<String> dead() {
        return UNDER_WAY.stream()
                .filter(loop -> !loop.isStopping())
                .flatMap(loop -> loop.threads.stream().filter(loop::isDead))
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    private boolean isDead(Thread thread) {
        return thread.getState() == Thread.State.TERMINATED && !done.contains(thread);
    }

    /** Ends the rest of one thread; where none rests, the first that would has another step to do. */
    public void wake() {
        if (wake.availablePermits() < threads.size()) {
            wake.release();
        }
    }

    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Begins no step any more, and waits for those under way. */
    public void stop(Duration patience) throws InterruptedException {
        UNDER_WAY.remove(this);
        stopping.countDown();
        wake.release(threads.size());
        var deadline = System.nanoTime() + patience.toNanos();
        for (var thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
    }

    private void run(Work work) {
        try (work) {
            while (!isStopping()) {
                var rest = attempt(work);
                if (rest.equals(Rest.END)) {
                    done.add(Thread.currentThread());
                    return;
                }
                rest(rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isStopping() && !done.contains(Thread.currentThread())) {
                LOG.errorf(
                        "a thread ends that has more to do name=%s",
                        Thread.currentThread().getName());
            }
        }
    }

    private static Rest attempt(Work work) throws InterruptedException {
        try {
            return work.step();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            return work.failed(e);
        }
    }

    private void rest(Rest rest) throws InterruptedException {
        var millis = rest.atMost().toMillis();
        if (rest.wakeable()) {
            wake.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } else {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        }
    }
}
