package dev.lectern.notification.replica;

import java.util.Set;
import java.util.UUID;

/** Fired in the transaction that stored a newer state of a presenter, with all ids that they are or were known by. */
public record PresenterChanged(Set<UUID> presenters) {}
