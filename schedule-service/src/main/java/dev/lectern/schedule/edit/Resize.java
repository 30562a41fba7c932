package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.TimeRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Set;

/** Lets a talk take longer or shorter from its start on. */
public record Resize(
        int contribution,

        @Min(value = 1, message = "At least one minute")
        @Max(value = MOST_MINUTES, message = "At most a day, 1440 minutes")
        int durationMinutes)
        implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        var slot = edit.placed(contribution, "/contribution");
        edit.move(slot, slot.room(), TimeRange.of(slot.when().start(), durationMinutes), slot.position());
    }

    @Override
    public Set<Integer> contributions() {
        return Set.of(contribution);
    }
}
