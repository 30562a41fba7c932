package dev.lectern.chassis.parked;

/**
 * What came of trying parked records again.
 *
 * @param applied how many were applied
 * @param parked how many stay
 */
public record Retried(long applied, long parked) {}
