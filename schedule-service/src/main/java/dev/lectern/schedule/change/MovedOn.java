package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Refused;
import java.util.List;
import java.util.stream.Collectors;

/** 409: later changes altered the same talks or rooms. {@code version} is that of the schedule now, {@code changes} what they altered. */
final class MovedOn extends Refused {

    private MovedOn(String detail) {
        super(409, "schedule-moved-on", "The schedule has moved on", detail);
    }

    /** @param changes in the order in which they were made */
    static Refused by(Schedule schedule, List<Change> changes) {
        var versions = changes.stream().map(change -> "" + change.version()).collect(Collectors.joining(", "));
        return new MovedOn("These versions altered the same talks or rooms: " + versions)
                .with("version", schedule.version())
                .with("changes", Span.of(schedule.conferenceId(), changes).talks());
    }
}
