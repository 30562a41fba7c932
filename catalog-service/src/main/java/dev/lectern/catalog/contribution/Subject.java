package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a contribution is about, as everybody sees it. {@code abstract} is Markdown as written, empty when there is
 * none; type, track and duration (minutes) are null when not said.
 */
@Embeddable
public record Subject(
        String title,

        @Column(name = "abstract") @JsonProperty("abstract") String abstractText,

        String type,
        String track,
        Integer durationMinutes) {

    static final Subject NONE = new Subject("", "", null, null, null);
}
