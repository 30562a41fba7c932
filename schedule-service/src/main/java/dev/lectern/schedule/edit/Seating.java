package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts talks into a session, in an order. A talk that is where and when the session is, and behind the one before it,
 * stays there; others come right after that one, past breaks in its room and in all rooms, each for as long as it is
 * placed already, else as the catalog says. Where talks that are there have another order than asked for, all of them
 * are seated anew. In a room that is not exclusive, like a hall of posters, what is new there takes the whole time.
 */
final class Seating {

    private final Edit edit;
    private final Session session;
    private final List<Booking> breaks;

    /** @param session placed */
    Seating(Edit edit, Session session) {
        this.edit = edit;
        this.session = session;
        this.breaks = edit.during(session.when()).stream()
                .filter(booking -> booking.isPause() && (booking.room() == null || booking.isIn(session.room())))
                .toList();
    }

    /** @param numbers of contributions; those that are in the session and not named leave it */
    void seat(List<Integer> numbers) {
        var talks = new ArrayList<Slot>();
        for (var i = 0; i < numbers.size(); i++) {
            var contribution = edit.contribution(numbers.get(i), "/talks/" + i);
            edit.requireAccepted(contribution);
            talks.add(edit.slotOf(contribution));
        }
        var seated = edit.talksIn(session.id());
        seated.forEach(edit::touch);
        seated.stream().filter(talk -> !talks.contains(talk)).forEach(talk -> talk.join(null));
        seatAll(talks);
        talks.forEach(talk -> talk.join(session.id()));
    }

    private void seatAll(List<Slot> talks) {
        var anew = isInOtherOrder(talks);
        var free = session.when().start();
        for (var i = 0; i < talks.size(); i++) {
            var talk = talks.get(i);
            var stays = !anew
                    && session.holds(talk)
                    && (!isExclusive() || !talk.when().start().isBefore(free));
            if (!stays) {
                place(talk, free, "/talks/" + i);
            }
            if (isExclusive()) {
                free = talk.when().end();
            }
        }
    }

    private boolean isInOtherOrder(List<Slot> talks) {
        var starts = talks.stream()
                .filter(session::holds)
                .map(talk -> talk.when().start())
                .toList();
        return isExclusive() && !starts.equals(starts.stream().sorted().toList());
    }

    private boolean isExclusive() {
        return session.room().exclusive();
    }

    private void place(Slot talk, Instant from, String where) {
        var when = isExclusive() ? next(from, edit.minutes(talk)) : session.when();
        if (when.end().isAfter(session.when().end())) {
            throw new Refused(
                    ScheduleRefusal.DOES_NOT_FIT,
                    "A session ends after its talks",
                    List.of(Fault.at(
                            where,
                            "%s would end %d minutes after the session"
                                    .formatted(
                                            talk.called(),
                                            new TimeRange(session.when().end(), when.end()).minutes()))));
        }
        edit.move(talk, session.room(), when, talk.isIn(session.room()) ? talk.position() : null);
    }

    /** The next time for so many minutes that no break takes. */
    private TimeRange next(Instant from, int minutes) {
        var when = TimeRange.of(from, minutes);
        for (var pause : breaks) {
            if (pause.when().overlaps(when)) {
                when = TimeRange.of(pause.when().end(), minutes);
            }
        }
        return when;
    }
}
