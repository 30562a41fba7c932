package dev.lectern.schedule.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Leaves the rows of what the catalog told of a deleted conference, with their revisions, and nothing of what they
 * said.
 */
@ApplicationScoped
class ReplicaErasure {

    void forget(@Observes ConferenceDeleted gone) {
        Contributions.eraseAllOf(gone.conference());
        Presenters.eraseAllOf(gone.conference());
    }
}
