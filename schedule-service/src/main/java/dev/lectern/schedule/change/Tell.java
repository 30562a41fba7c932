package dev.lectern.schedule.change;

import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.Talk;

/** Who is told of what by a change. */
public record Tell(PresenterName presenter, Talk contribution, Kind kind) {

    public enum Kind {
        SCHEDULED,
        CHANGED,
        CANCELLED
    }
}
