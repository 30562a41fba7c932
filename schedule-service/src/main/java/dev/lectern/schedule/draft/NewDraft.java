package dev.lectern.schedule.draft;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A draft to begin, for the version that the schedule has now. */
record NewDraft(
        @NotBlank(message = "A draft has a name") @Size(max = 200, message = "At most 200 characters")
        String name) {}
