package dev.lectern.schedule.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.presenter.v1} that are read here. */
public record PresenterEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String name,
        @JsonProperty(isRequired = OptBoolean.FALSE) Integer changeoverMinutes,
        @JsonProperty(isRequired = OptBoolean.FALSE) UUID mergedInto,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom) {

    public PresenterEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        name = Objects.requireNonNullElse(name, "");
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    /** What is left to be kept of them once their conference is deleted. */
    public PresenterEvent erased() {
        return new PresenterEvent(id, revision, true, conferenceId, "", null, mergedInto, revisionsFrom);
    }

    /** They are nobody for a catalog that was restored, and knows nothing of them. */
    PresenterEvent gone(long revision) {
        return new PresenterEvent(id, revision, true, conferenceId, "", null, null, revision);
    }
}
