package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.StartTime;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.Instant;

/**
 * Puts a contribution into a room, wherever it was before. {@code startsAt} as {@link StartTime} reads it; without {@code durationMinutes} it
 * takes as long as so far, else as the catalog says, else {@value #DEFAULT_MINUTES} minutes.
 */
public record Place(int contribution, String room, String startsAt, Integer durationMinutes) implements Operation {

    private static final int DEFAULT_MINUTES = 30;

    @Override
    public void apply(Edit edit) {
        var talk = edit.contribution(contribution);
        if (talk.withdrawn()) {
            throw new Refused(
                    409, "contribution-withdrawn", "That contribution is withdrawn", "Only an accepted one is placed");
        }
        var where = room(edit);
        var start = StartTime.read(startsAt, edit.timeZone());
        requireDay(edit, start);
        var slot = edit.slotOf(talk);
        slot.moveTo(where, TimeRange.of(start, minutes(slot, talk)));
    }

    private Room room(Edit edit) {
        return Room.withSlug(edit.conference().id(), room)
                .orElseThrow(() -> Refused.invalid(Fault.at("/room", "The conference has no such room")));
    }

    private static void requireDay(Edit edit, Instant start) {
        var day = start.atZone(edit.timeZone()).toLocalDate();
        if (!edit.conference().days().contains(day)) {
            throw new Refused(
                    409,
                    "outside-days",
                    "The conference is not on that day",
                    day + " is not one of the conference's days");
        }
    }

    private int minutes(Slot slot, Contribution talk) {
        if (durationMinutes != null) {
            return durationMinutes;
        }
        return slot.isPlaced() ? slot.when().minutes() : talk.durationMinutes().orElse(DEFAULT_MINUTES);
    }
}
