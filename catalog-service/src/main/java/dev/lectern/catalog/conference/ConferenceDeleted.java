package dev.lectern.catalog.conference;

import java.time.Instant;
import java.util.UUID;

/**
 * Tells the rest of the service, in the same transaction, that a conference is deleted, and all that belongs to it with
 * it.
 */
public record ConferenceDeleted(UUID conference, Instant at) {}
