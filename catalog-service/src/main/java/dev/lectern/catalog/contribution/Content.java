package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.UUID;

/**
 * What a contribution is about and who presents it, in order. {@code abstract} is Markdown as written, empty when there is none; type, track
 * and duration (minutes) are null when not said, and so is the session that its submitter filed it under, which only organisers see.
 */
public record Content(
        String title,
        @JsonProperty("abstract") String abstractText,
        String type,
        String track,
        Integer durationMinutes,
        @JsonProperty(isRequired = OptBoolean.FALSE) String sessionClassification,
        List<UUID> presenters) {

    /** The same by others. */
    Content presentedBy(List<UUID> others) {
        return new Content(title, abstractText, type, track, durationMinutes, sessionClassification, others);
    }

    /** What others can see too. */
    Content visible() {
        return new Content(title, abstractText, type, track, durationMinutes, null, presenters);
    }
}
