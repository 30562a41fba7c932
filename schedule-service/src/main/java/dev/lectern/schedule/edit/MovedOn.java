package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.replica.Contribution;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 409: later changes altered the same talks or rooms. {@code version} is that of the schedule now, {@code changes} what
 * they altered.
 */
public final class MovedOn extends Refused {

    private MovedOn(String detail) {
        super(ScheduleRefusal.SCHEDULE_MOVED_ON, detail);
    }

    /**
     * Names the changes that came in between.
     *
     * @param version of the schedule now
     * @param changes in the order in which they were made
     * @param contributions finds them by their numbers
     */
    public static Refused by(
            long version, List<Change> changes, Function<Collection<Integer>, List<Contribution>> contributions) {
        var versions = changes.stream().map(change -> "" + change.version()).collect(Collectors.joining(", "));
        return new MovedOn("These versions altered the same talks or rooms: " + versions)
                .with("version", version)
                .with("changes", Diff.of(changes).talks(contributions));
    }
}
