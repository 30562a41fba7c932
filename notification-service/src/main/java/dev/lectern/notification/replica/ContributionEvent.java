package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.contribution.v1} that are read here. */
record ContributionEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        @JsonSetter(nulls = Nulls.FAIL) Integer number,
        @JsonUnwrapped Description description,
        State state,
        List<Listed> presenters,
        Instant changedAt,
        Announcement announced,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<UUID> erasedPresenters,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom) {

    enum State {
        PROPOSED,
        ACCEPTED,
        CONFIRMED,
        REJECTED,
        WITHDRAWN
    }

    ContributionEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(changedAt, "changedAt");
        presenters = presenters == null ? List.of() : List.copyOf(presenters);
        erasedPresenters = erasedPresenters == null ? List.of() : List.copyOf(erasedPresenters);
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    AppearanceState appearance() {
        return new AppearanceState(
                Appearance.Kind.TALK,
                id,
                revision,
                revisionsFrom,
                deleted,
                conferenceId,
                number,
                description,
                state != State.ACCEPTED && state != State.CONFIRMED,
                presenters,
                changedAt,
                announced);
    }
}
