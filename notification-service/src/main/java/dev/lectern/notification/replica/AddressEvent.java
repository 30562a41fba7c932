package dev.lectern.notification.replica;

import java.util.Objects;
import java.util.UUID;

/** A {@code dev.lectern.address.v1}. {@code id} is the presenter's. */
record AddressEvent(UUID id, long revision, boolean deleted, UUID conferenceId, String email) {

    AddressEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
    }

    /** What is left to be kept of it where nobody is written to any more. */
    AddressEvent erased() {
        return new AddressEvent(id, revision, true, conferenceId, null);
    }
}
