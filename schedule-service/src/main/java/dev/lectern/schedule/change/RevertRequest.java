package dev.lectern.schedule.change;

import jakarta.validation.constraints.Size;

/** How to tell that a change is undone. */
record RevertRequest(
        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce,

        Boolean hold) {

    static final RevertRequest EMPTY = new RevertRequest(null, null, null, null);
}
