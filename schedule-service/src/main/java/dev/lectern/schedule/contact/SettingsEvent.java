package dev.lectern.schedule.contact;

import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.settings.v1} that are read here. */
record SettingsEvent(UUID conferenceId, long revision, boolean hasContact) {

    SettingsEvent {
        Objects.requireNonNull(conferenceId, "conferenceId");
    }
}
