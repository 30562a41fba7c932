package dev.lectern.notification.replica;

/**
 * Fired in a transaction after which some appearance may have to be looked at: its commit wakes the evaluation at
 * once.
 */
public record Touched() {}
