package dev.lectern.schedule.warning;

import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Booking;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The warnings of a schedule. What the session has altered counts as it is there, stored or not. Both ask the database
 * for each kind of thing once, and not for what the session has read already.
 */
public final class Warnings {

    /** From here on it is quicker to look at the whole schedule. */
    private static final int MANY = 50;

    private Warnings() {}

    /** All of a schedule that these make up. */
    public static List<Warning> among(UUID conference, Collection<? extends Booking> bookings) {
        return Rules.judge(Placings.of(bookings), Conferences.get(conference).timeZone());
    }

    /** The warnings about something that was altered; everything else is taken to be as it is stored. */
    public static List<Warning> touching(UUID conference, Collection<? extends Booking> altered) {
        var concerned = altered.stream().map(Booking::id).collect(Collectors.toSet());
        return Rules.judge(
                around(StoredTimetable.of(conference), conference, altered),
                placing -> concerned.contains(placing.id()),
                Conferences.get(conference).timeZone());
    }

    private static List<Placing> around(
            StoredTimetable timetable, UUID conference, Collection<? extends Booking> altered) {
        if (altered.size() > MANY) {
            return Placings.of(timetable.bookings());
        }
        var placed = altered.stream().filter(Booking::isPlaced).toList();
        if (placed.isEmpty()) {
            return List.of();
        }
        var near = Neighbours.of(conference, placed, Placings.contributions(placed));
        if (placed.size() == 1 && near.bookings().isEmpty() && !near.hasLimits()) {
            return Placings.ofOneAlone(placed.get(0));
        }
        var all = new LinkedHashSet<Booking>(placed);
        all.addAll(timetable.bookings(near.bookings()));
        return Placings.of(all);
    }
}
