package dev.lectern.schedule.timetable;

import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.PresenterReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an edit asks about the schedule of one conference. All of it is as it was stored when the edit began; each thing
 * is the same object however often it is asked for, so that one that the edit has altered is met as it is now.
 */
public interface Timetable {

    Conference conference();

    Schedule schedule();

    /** The contributions with these numbers, with those that have been deleted since, whose titles are gone. */
    List<Contribution> contributions(Collection<Integer> numbers);

    /** The slots of the contributions with these ids, as far as they have one. */
    List<Slot> slots(Collection<UUID> contributions);

    /** The slots in one of these sessions. */
    List<Slot> slotsIn(Collection<UUID> sessions);

    /** The room with this slug, which may have been removed. */
    Optional<Room> roomNamed(String slug);

    /** All rooms as created, with those that have been removed. */
    List<Room> rooms();

    /** All there is, with slots that wait for a place and sessions that have been removed. */
    List<Booking> bookings();

    /** The breaks and sessions with these ids, with sessions that have been removed. */
    List<Booking> bookings(Collection<UUID> ids);

    List<Booking> bookingsIn(Room room);

    /** What takes some of the range, in whatever room or in all of them. */
    List<Booking> bookingsDuring(TimeRange range);

    /** What takes some of the range in that room; breaks in all rooms are not. */
    List<Booking> bookingsDuring(TimeRange range, Room room);

    /** What starts within the range; all from the start on, where it has no end. */
    List<Booking> bookingsFrom(Instant start, Optional<Instant> end);

    /** The sessions that this presenter chairs, or chaired until they were removed. */
    List<Session> sessionsChairedBy(UUID presenter);

    /**
     * Whom each of these means: nobody whom the conference does not have, and several where that many are called so.
     */
    Map<PresenterReference, Set<UUID>> presenters(Collection<PresenterReference> references);

    /** Who these presenters are today, since some were merged; each once, without those who are nobody any more. */
    List<UUID> presentersToday(Collection<UUID> presenters);

    /** What these presenters are called, of those that are known. */
    Map<UUID, String> presenterNames(Collection<UUID> presenters);
}
