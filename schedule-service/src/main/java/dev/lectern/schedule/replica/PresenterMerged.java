package dev.lectern.schedule.replica;

import java.util.UUID;

/**
 * Fired in the transaction that stored that a presenter is another one from now on: what each owner of a table keeps of
 * them goes on as that one's.
 *
 * @param into who they are today
 */
public record PresenterMerged(UUID conference, UUID presenter, UUID into) {}
