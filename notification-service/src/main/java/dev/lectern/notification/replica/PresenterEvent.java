package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The members of {@code dev.lectern.presenter.v1} that are read here. */
record PresenterEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String name,
        String locale,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<UUID> mergedIds,
        @JsonProperty(isRequired = OptBoolean.FALSE) UUID mergedInto,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom) {

    PresenterEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        name = Objects.requireNonNullElse(name, "");
        mergedIds = mergedIds == null ? List.of() : List.copyOf(mergedIds);
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    /** All by whom they are or were known. */
    List<UUID> ids() {
        return Stream.concat(Stream.of(id), mergedIds.stream()).toList();
    }

    /** What is left to be kept of them once their conference is deleted. */
    PresenterEvent erased() {
        return new PresenterEvent(id, revision, true, conferenceId, "", null, mergedIds, mergedInto, revisionsFrom);
    }
}
