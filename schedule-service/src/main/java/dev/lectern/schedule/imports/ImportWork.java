package dev.lectern.schedule.imports;

import dev.lectern.chassis.events.CaughtUp;
import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.job.Work;
import java.time.Duration;
import java.util.function.Function;

/** An import, from when all is here that the catalog has told. */
record ImportWork(Function<Progress, ImportReport> imported, CaughtUp caughtUp, Duration stall) implements Work {

    @Override
    public void prepare(Progress progress) {
        try {
            caughtUp.await(stall, (done, total) -> progress.is("waiting for what the catalog has told", done, total));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the catalog's events", e);
        }
    }

    @Override
    public Object perform(Progress progress) {
        return imported.apply(progress);
    }
}
