package dev.lectern.schedule.draft;

import jakarta.validation.constraints.Size;

/** How to tell of the change that a draft becomes. */
record ApplyRequest(
        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce,

        Boolean hold) {

    static final ApplyRequest EMPTY = new ApplyRequest(null, null, null, null);
}
