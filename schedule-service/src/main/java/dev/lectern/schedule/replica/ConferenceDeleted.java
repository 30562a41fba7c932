package dev.lectern.schedule.replica;

import java.util.UUID;

/**
 * Fired in the transaction that stored that a conference is deleted: each owner of a table forgets what it keeps of it.
 */
public record ConferenceDeleted(UUID conference) {}
