package dev.lectern.schedule.slot;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotState;
import dev.lectern.schedule.timetable.SlotStatus;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Where a contribution is. Room and times are null while it is UNSCHEDULED; times have the offset of the zone. */
public record SlotView(
        Talk contribution,
        SlotStatus status,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        Integer durationMinutes,
        String timeZone) {

    public record Talk(int number, String title) {}

    public static SlotView of(Slot slot, Contribution contribution, ZoneId zone) {
        return of(contribution, slot.state(zone), slot.isPlaced() ? slot.when().minutes() : null);
    }

    private static SlotView of(Contribution contribution, SlotState state, Integer minutes) {
        return new SlotView(
                new Talk(contribution.number(), contribution.title()),
                state.status(),
                state.room(),
                state.startsAt(),
                state.endsAt(),
                minutes,
                state.timeZone());
    }
}
