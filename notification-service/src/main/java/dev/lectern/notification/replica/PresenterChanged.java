package dev.lectern.notification.replica;

import java.util.Set;
import java.util.UUID;

/** Fired in the transaction that stored newer states of presenters, with all ids that they are or were known by. */
public record PresenterChanged(Set<UUID> presenters) {}
