package dev.lectern.schedule.slot;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.SlotStatus;
import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.Talk;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Where a contribution is. Room and times are null while it is UNSCHEDULED; times have the offset of the zone;
 * {@code session} is the one that it is in.
 */
public record SlotView(
        Talk contribution,
        SlotStatus status,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        Integer durationMinutes,
        Integer position,
        boolean pinned,
        UUID session,
        String timeZone) {

    public static SlotView of(Placement placement, Contribution contribution) {
        return new SlotView(
                new Talk(contribution.number(), contribution.title()),
                placement.status(),
                placement.room(),
                placement.startsAt(),
                placement.endsAt(),
                placement.spot().map(Spot::durationMinutes).orElse(null),
                placement.position(),
                placement.pinned(),
                placement.session(),
                placement.timeZone());
    }
}
