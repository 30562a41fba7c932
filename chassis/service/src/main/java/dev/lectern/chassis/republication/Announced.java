package dev.lectern.chassis.republication;

import java.util.List;
import java.util.UUID;

/** Aggregates of one kind, of which others have been told. */
public interface Announced {

    /** Where their states go. */
    String topic();

    /** To what they belong: its row is locked by whoever writes one of them. */
    List<UUID> owners();

    /**
     * Locks the owner until the transaction ends, and then appends the states of the next of its aggregates to the
     * outbox, as they were sent last: so no older state comes behind a newer one.
     *
     * @param after the id behind which it goes on; at first one that is lower than all
     * @return their ids, in order; fewer than {@code most} when there are no more
     */
    List<UUID> announceAgain(UUID owner, UUID after, int most);
}
