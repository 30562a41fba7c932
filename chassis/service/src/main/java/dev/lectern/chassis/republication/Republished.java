package dev.lectern.chassis.republication;

/**
 * What a republication did.
 *
 * @param aggregates whose states were sent again
 */
public record Republished(long aggregates) {}
