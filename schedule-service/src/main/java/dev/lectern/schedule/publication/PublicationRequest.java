package dev.lectern.schedule.publication;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Size;

/** How to tell of a publication. The body may be missing altogether. */
@JsonIgnoreProperties({"published", "publishedAt", "version", "revision", "talks", "warnings"})
record PublicationRequest(
        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce,

        Boolean hold) {

    static final PublicationRequest EMPTY = new PublicationRequest(null, null, null, null);
}
