package dev.lectern.catalog.presenter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Who else the presenter is: another one of the conference, who is not there any more afterwards. */
record MergeRequest(
        @NotNull(message = "Who is merged into this one?") UUID presenter,

        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        @Size(max = 1000, message = "At most 1000 characters")
        String internalComment,

        Boolean announce) {}
