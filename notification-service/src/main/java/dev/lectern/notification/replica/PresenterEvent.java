package dev.lectern.notification.replica;

import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.presenter.v1} that are read here. */
record PresenterEvent(
        UUID id, long revision, boolean deleted, UUID conferenceId, String name, String email, String locale) {

    PresenterEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        name = Objects.requireNonNullElse(name, "");
    }

    /** What is left to be kept of them once their conference is deleted. */
    PresenterEvent erased() {
        return new PresenterEvent(id, revision, true, conferenceId, "", null, null);
    }
}
