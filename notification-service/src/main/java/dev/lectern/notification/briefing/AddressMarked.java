package dev.lectern.notification.briefing;

import java.util.UUID;

/**
 * A mail did not arrive, and its reader's address is taken for a bad one from now on. Fired in the transaction that says
 * so.
 *
 * @param notice the one that did not arrive
 * @param reason the mail server's words, which may name the address
 */
public record AddressMarked(UUID conference, UUID presenter, UUID notice, String reason) {}
