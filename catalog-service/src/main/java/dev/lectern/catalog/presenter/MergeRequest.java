package dev.lectern.catalog.presenter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who else the presenter is: another one of the conference, who is not there any more afterwards. */
record MergeRequest(
        @NotNull @Valid PresenterReference presenter,

        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        @Size(max = 1000, message = "At most 1000 characters")
        String internalComment,

        Boolean announce) {}
