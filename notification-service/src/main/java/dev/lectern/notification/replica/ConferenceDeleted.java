package dev.lectern.notification.replica;

import java.util.UUID;

/** Fired in the transaction that stored that a conference is deleted: whatever belongs to it is to be forgotten. */
public record ConferenceDeleted(UUID conference) {

    /** Notices refer to what the others keep, and go first. */
    public static final int NOTICES = 1;

    public static final int AFTER_NOTICES = 2;
}
