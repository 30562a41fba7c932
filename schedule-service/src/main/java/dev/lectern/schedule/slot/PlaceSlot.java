package dev.lectern.schedule.slot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Where a contribution is to be. A slot as it was answered can be sent back. */
@JsonIgnoreProperties({
    "contribution",
    "status",
    "endsAt",
    "pinned",
    "session",
    "timeZone",
    "version",
    "warnings",
    "tells"
})
record PlaceSlot(
        @NotNull @Valid RoomReference room,
        @NotNull String startsAt,

        @Min(value = 1, message = "At least one minute")
        @Max(value = Operation.MOST_MINUTES, message = "At most a day, 1440 minutes")
        Integer durationMinutes,

        @Min(value = 1, message = "Positions begin at 1") Integer position,

        Boolean outsideDays,

        @Size(max = 2000, message = "At most 2000 characters")
        String comment,

        @Size(max = 2000, message = "At most 2000 characters")
        String internalComment,

        Boolean announce,

        Boolean hold,

        @AssertFalse(message = "A dry run is asked for in the query: ?dryRun=true")
        Boolean dryRun) {

    Place operation(int contribution) {
        return new Place(contribution, room.slug(), startsAt, durationMinutes, position, outsideDays);
    }
}
