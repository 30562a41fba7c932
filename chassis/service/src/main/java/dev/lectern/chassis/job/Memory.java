package dev.lectern.chassis.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The part of the heap that jobs may fill together. Each takes what it may come to need before it reads anything, and
 * waits its turn for that.
 */
@ApplicationScoped
class Memory {

    private static final int KIBI = 1024;
    private static final int WHOLE = 100;

    private final int all;
    private final Semaphore free;

    @Inject
    Memory(@ConfigProperty(name = "lectern.jobs.heap-percent") int percent) {
        this(Runtime.getRuntime().maxMemory() / KIBI * percent / WHOLE);
    }

    Memory(long kibibytes) {
        all = Math.toIntExact(Math.max(1, Math.min(Integer.MAX_VALUE, kibibytes)));
        free = new Semaphore(all, true);
    }

    /** What one job has taken. */
    interface Share {

        void giveBack();
    }

    /**
     * Takes so many bytes, or all that there are where it is more: then nothing else is under way.
     *
     * @return null where they do not become free in that time
     */
    Share take(long bytes, long patienceMillis) throws InterruptedException {
        var wanted = Math.toIntExact(Math.min(all, Math.max(0, bytes / KIBI)));
        return free.tryAcquire(wanted, patienceMillis, TimeUnit.MILLISECONDS) ? () -> free.release(wanted) : null;
    }
}
