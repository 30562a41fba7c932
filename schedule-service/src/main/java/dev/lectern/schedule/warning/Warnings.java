package dev.lectern.schedule.warning;

import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.timetable.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The warnings of a schedule. What the session has altered counts as it is there, stored or not. Both ask the database for each kind of
 * thing once, and not for what the session has read already.
 */
public final class Warnings {

    private Warnings() {}

    /** All of a schedule of which these are the slots. */
    public static List<Warning> among(UUID conference, Collection<Slot> slots) {
        Conference zoned = Conference.findById(conference);
        return Rules.judge(Placings.of(slots), zoned.timeZone());
    }

    /** Those that are about one of these slots: all that were altered, because of the others it is taken that they are as stored. */
    public static List<Warning> touching(UUID conference, Collection<Slot> altered) {
        Conference zoned = Conference.findById(conference);
        var touched = Placings.of(altered);
        var ids = altered.stream().map(Slot::contributionId).collect(Collectors.toSet());
        var near = Neighbours.of(conference, touched).stream()
                .filter(slot -> !ids.contains(slot.contributionId()))
                .toList();
        var all = new ArrayList<>(touched);
        all.addAll(Placings.of(near));
        return Rules.judge(all, placing -> ids.contains(placing.id()), zoned.timeZone());
    }
}
