package dev.lectern.notification.replica;

import java.util.UUID;

/** Fired in the transaction that stored that an appearance is placed, where it was not before. */
public record SlotScheduled(UUID appearance) {}
