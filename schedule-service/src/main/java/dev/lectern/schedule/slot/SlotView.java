package dev.lectern.schedule.slot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.SlotStatus;
import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.Talk;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.util.UUID;

/**
 * Where a contribution is. Room and times are null while it is UNSCHEDULED; times have the offset of the zone;
 * {@code session} is the one that it is in.
 */
public record SlotView(
        Talk contribution,
        SlotStatus status,
        @JsonUnwrapped TimeAndPlace place,
        Integer durationMinutes,
        Integer position,
        boolean pinned,
        UUID session,
        String timeZone) {

    public static SlotView of(Placement placement, Contribution contribution) {
        var state = placement.state();
        return new SlotView(
                new Talk(contribution.number(), contribution.title()),
                state.status(),
                state.place(),
                placement.spot().map(Spot::durationMinutes).orElse(null),
                placement.position(),
                placement.pinned(),
                placement.session(),
                state.timeZone());
    }
}
