package dev.lectern.chassis.parked;

import dev.lectern.chassis.events.ParkedRetries;
import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.job.Work;

/** Tries all parked records, as they were parked. Each has a transaction of its own, before that of the answer. */
public final class RetryOfAll implements Work {

    private final ParkedRetries retries;
    private long applied;
    private long stay;

    public RetryOfAll(ParkedRetries retries) {
        this.retries = retries;
    }

    @Override
    public void prepare(Progress progress) {
        var waiting = retries.waiting();
        for (var id : waiting) {
            progress.is("retrying", applied + stay, waiting.size());
            retries.attempt(id).ifPresent(this::count);
        }
    }

    private void count(boolean isApplied) {
        if (isApplied) {
            applied++;
        } else {
            stay++;
        }
    }

    @Override
    public Retried perform(Progress progress) {
        return new Retried(applied, stay);
    }
}
