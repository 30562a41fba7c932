package dev.lectern.schedule.session;

import dev.lectern.schedule.edit.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which proposal becomes a session, by its title, and where that is; of a session that there is already, its place is
 * kept unless it is given.
 */
record AcceptProposal(
        @NotBlank(message = "This must not be empty") @Size(max = 200, message = "At most 200 characters")
        String title,

        String room,
        String startsAt,

        @Min(value = 1, message = "At least one minute")
        @Max(value = Operation.MOST_MINUTES, message = "At most a day, 1440 minutes")
        Integer durationMinutes,

        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce) {}
