package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Objects;
import java.util.UUID;

/** A {@code dev.lectern.address.v1}. {@code id} is the presenter's. */
record AddressEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String email,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom) {

    AddressEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    /** It is that of nobody for a catalog that was restored, and knows nothing of it. */
    AddressEvent gone(long revision) {
        return new AddressEvent(id, revision, true, conferenceId, null, revision);
    }

    /** What is left to be kept of it where nobody is written to any more. */
    AddressEvent erased() {
        return new AddressEvent(id, revision, true, conferenceId, null, revisionsFrom);
    }
}
