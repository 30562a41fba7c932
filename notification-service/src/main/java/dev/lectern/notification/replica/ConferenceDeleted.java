package dev.lectern.notification.replica;

import java.util.UUID;

/** Fired in the transaction that stored that a conference is deleted: whatever belongs to it is to be forgotten. */
public record ConferenceDeleted(UUID conference) {}
