package dev.lectern.schedule.timetable;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.ScheduleRefusal;
import java.util.List;

/**
 * 409: an exclusive room would hold two talks at one time. {@code clashesWith} names the talks that stand in the way.
 */
public final class RoomTaken extends Refused {

    public RoomTaken(List<Clash> clashesWith, List<Fault> errors) {
        super(
                ScheduleRefusal.ROOM_TAKEN,
                "An exclusive room holds one talk at a time. A room for several at once, as posters need it, has \"exclusive\": false",
                errors);
        with("clashesWith", clashesWith);
    }
}
