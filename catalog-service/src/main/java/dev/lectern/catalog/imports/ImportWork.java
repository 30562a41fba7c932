package dev.lectern.catalog.imports;

import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.job.Work;
import dev.lectern.chassis.outbox.Outbox;
import java.time.Duration;
import java.util.function.Function;

/** An import, until the other services can know of it. */
record ImportWork(Function<Progress, ImportReport> imported, Outbox outbox, boolean dryRun) implements Work {

    /** The broker may be away: what was done is done, and told later. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Override
    public Object perform(Progress progress) {
        return imported.apply(progress);
    }

    @Override
    public void conclude(Progress progress) {
        try {
            if (!dryRun) {
                outbox.awaitSent(LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
