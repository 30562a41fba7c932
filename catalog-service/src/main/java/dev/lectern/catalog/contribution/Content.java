package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * What a contribution is about and who presents it, in order. {@code abstract} is Markdown as written, empty when there is none; type, track
 * and duration (minutes) are null when not said.
 */
public record Content(
        String title,
        @JsonProperty("abstract") String abstractText,
        String type,
        String track,
        Integer durationMinutes,
        List<UUID> presenters) {}
