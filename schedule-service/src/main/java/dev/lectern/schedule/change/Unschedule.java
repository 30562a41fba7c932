package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Slot;

/** Takes a contribution off the schedule. One that is not on it is a 404. */
public record Unschedule(int contribution) implements Operation {

    @Override
    public void apply(Edit edit) {
        var slot = Slot.of(edit.contribution(contribution).id())
                .filter(Slot::isPlaced)
                .orElseThrow(Refused::notFound);
        edit.touch(slot);
        slot.free();
    }
}
