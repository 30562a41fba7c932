package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.ZoneId;

/** What others can see of a slot. It has a place while it is SCHEDULED. */
public record SlotState(SlotStatus status, @JsonUnwrapped TimeAndPlace place, String timeZone) {

    static SlotState scheduled(TimeAndPlace place, ZoneId zone) {
        return new SlotState(SlotStatus.SCHEDULED, place, zone.getId());
    }

    static SlotState withoutPlace(SlotStatus status, ZoneId zone) {
        return new SlotState(status, TimeAndPlace.NONE, zone.getId());
    }
}
