package dev.lectern.schedule.replica;

import java.util.UUID;

/**
 * Fired in the transaction that stored that a presenter is nobody any more: each owner of a table forgets what it keeps
 * of them, in whatever order.
 */
public record PresenterErased(UUID conference, UUID presenter) {}
