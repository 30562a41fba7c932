package dev.lectern.catalog.presenter;

import java.util.UUID;

/**
 * Tells the rest of the service, in the same transaction, that a presenter's public part (name, affiliation) is another
 * one now.
 */
public record PresenterRenamed(UUID presenter) {}
