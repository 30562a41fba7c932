package dev.lectern.notification.replica;

import java.util.UUID;

/** Fired in the transaction that stored that a contribution is placed, where it was not before. */
public record SlotScheduled(UUID contribution) {}
