package dev.lectern.notification.replica;

import java.util.UUID;

/**
 * Fired in the transaction that stored a state once more whose revisions are counted from another number since its
 * service was restored: what was told of it stays told.
 *
 * @param ofSlot whether it is the slot's, else the appearance's
 * @param from what they were counted from before
 * @param to what they are counted from now
 */
public record Recounted(UUID appearance, boolean ofSlot, long from, long to) {}
