package dev.lectern.chassis.job;

/** How far a job has come; written by the job and read by whoever reports it. */
public final class Progress {

    /**
     * At what a job is.
     *
     * @param phase in a few words
     * @param done of {@code total}; both are 0 where nobody counts
     */
    record Stand(String phase, long done, long total) {}

    private volatile Stand stand = new Stand("waiting for its turn", 0, 0);

    public void is(String phase, long done, long total) {
        stand = new Stand(phase, done, total);
    }

    Stand stand() {
        return stand;
    }
}
