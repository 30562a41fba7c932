package dev.lectern.catalog.contribution;

import dev.lectern.catalog.conference.Edit;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Where a contribution is to go, and what is said about it. */
record Transition(
        @NotNull State state,

        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        @Size(max = 1000, message = "At most 1000 characters")
        String internalComment,

        Boolean announce) {

    Edit by(String author) {
        return Edit.by(author, comment, internalComment, announce);
    }
}
