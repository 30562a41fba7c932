package dev.lectern.schedule.slot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Slot;

/** A slot and the version of the schedule that it was read from. */
record SlotAnswer(@JsonUnwrapped SlotView slot, long version) {

    /** The answer about a contribution, which may never have been placed. */
    static SlotAnswer of(Conference conference, Contribution contribution, long version) {
        var slot = StoredTimetable.of(conference.id())
                .slot(contribution.id())
                .orElseGet(() -> new Slot(conference.id(), contribution.id(), contribution.number()));
        return new SlotAnswer(SlotView.of(slot.placement(conference.timeZone()), contribution), version);
    }
}
