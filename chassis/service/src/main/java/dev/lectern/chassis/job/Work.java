package dev.lectern.chassis.job;

/** What a job does. */
public interface Work {

    /** Waits for what it needs, or does what needs transactions of its own, before the transaction. */
    default void prepare(Progress progress) {}

    /**
     * Runs in the transaction, which is marked for rollback where nothing shall come of it. What it returns is the
     * answer, written as JSON.
     */
    Object perform(Progress progress);

    /** Runs after the commit. */
    default void conclude(Progress progress) {}
}
