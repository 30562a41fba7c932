package dev.lectern.schedule.warning;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Session;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.QueryFlushMode;

/**
 * What is stored and may get into trouble with something that is placed, or sets limits to it: in the same room too
 * soon before or after, at one time with another talk of its track, on one day with another talk or session of a
 * presenter, a day being the longest changeover, or a break at the time of a talk. Each is found by an index; the fence
 * of {@code offset 0} keeps it so, however many talks there are.
 */
final class Neighbours {

    private static final String NEAR = """
            select distinct near.id, near.limits
            from jsonb_to_recordset(cast(:touched as jsonb)) as talk (
                pause boolean, room uuid, starts timestamptz, ends timestamptz, exclusive boolean, changeover interval,
                track text, presenters uuid[])
            cross join lateral (
                select slot.id, false as limits from booking slot
                where talk.exclusive and slot.exclusive and slot.kind = 'SLOT' and slot.room_id = talk.room
                    and tstzrange(slot.starts_at, slot.ends_at)
                        && tstzrange(talk.starts - talk.changeover, talk.ends + talk.changeover)
                union all
                select slot.id, false from booking slot
                    join contribution on contribution.id = slot.id and contribution.track = talk.track
                where talk.exclusive and slot.exclusive
                    and slot.conference_id = :conference and slot.room_id is not null
                    and tstzrange(slot.starts_at, slot.ends_at) && tstzrange(talk.starts, talk.ends)
                union all
                select slot.id, false from unnest(talk.presenters) presenter
                    cross join lateral (
                        select contribution.id from contribution
                        where contribution.presenters @> jsonb_build_array(jsonb_build_object('id', presenter))
                        offset 0
                    ) theirs
                    cross join lateral (select * from booking where booking.id = theirs.id offset 0) slot
                where slot.conference_id = :conference and slot.room_id is not null
                    and tstzrange(slot.starts_at, slot.ends_at)
                        && tstzrange(talk.starts - interval '1 day', talk.ends + interval '1 day')
                union all
                select session.id, false from unnest(talk.presenters) presenter
                    cross join lateral (
                        select * from booking
                        where booking.kind = 'SESSION' and booking.chairs @> array[presenter]
                        offset 0
                    ) session
                where session.conference_id = :conference and session.room_id is not null
                    and tstzrange(session.starts_at, session.ends_at)
                        && tstzrange(talk.starts - interval '1 day', talk.ends + interval '1 day')
                union all
                select pause.id, false from booking pause
                where pause.kind = 'BREAK' and pause.conference_id = :conference
                    and tstzrange(pause.starts_at, pause.ends_at) && tstzrange(talk.starts, talk.ends)
                union all
                select slot.id, false from booking slot
                where talk.pause and slot.conference_id = :conference and slot.room_id is not null
                    and tstzrange(slot.starts_at, slot.ends_at) && tstzrange(talk.starts, talk.ends)
                union all
                select availability.subject_id, true from availability
                where availability.subject_id = any (talk.presenters || talk.room)
                offset 0
            ) near""";

    /** What is placed, as the statement reads it; the presenters of a session are its chairs. */
    private record Placed(
            boolean pause,
            UUID room,
            Instant starts,
            Instant ends,
            boolean exclusive,
            String changeover,
            String track,
            List<UUID> presenters) {

        static Placed of(Booking booking, Map<UUID, Contribution> contributions) {
            var room = Optional.ofNullable(booking.room());
            var changeover = room.map(known -> known.details().changeoverMinutes());
            var talk = Optional.ofNullable(contributions.get(booking.id()));
            return new Placed(
                    booking.isPause(),
                    room.map(Room::id).orElse(null),
                    booking.when().start(),
                    booking.when().end(),
                    talk.isPresent() && booking.exclusive(),
                    changeover.orElse(0) + " minutes",
                    talk.map(Contribution::track).orElse(null),
                    booking instanceof Session session
                            ? session.chairs()
                            : talk.stream()
                                    .flatMap(known -> known.presenters().stream())
                                    .map(Presenter::id)
                                    .toList());
        }
    }

    private final Set<UUID> bookings;
    private final boolean limits;

    private Neighbours(Set<UUID> bookings, boolean limits) {
        this.bookings = bookings;
        this.limits = limits;
    }

    /**
     * Nothing is stored for it: what is placed is given as it is to be.
     *
     * @param contributions by id, of the talks among them
     */
    static Neighbours of(UUID conference, Collection<? extends Booking> placed, Map<UUID, Contribution> contributions) {
        var touched = placed.stream()
                .map(booking -> Placed.of(booking, contributions))
                .toList();
        // Plans of tuples are found again; one with a class for its column would be made anew each time.
        var near = Panache.getSession()
                .createNativeQuery(NEAR, Tuple.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("touched", json(touched))
                .setParameter("conference", conference)
                .getResultList()
                .stream()
                .collect(Collectors.partitioningBy(
                        row -> row.get(1, Boolean.class),
                        Collectors.mapping(row -> row.get(0, UUID.class), Collectors.toSet())));
        placed.forEach(booking -> near.get(false).remove(booking.id()));
        return new Neighbours(near.get(false), !near.get(true).isEmpty());
    }

    /** Those that are not among the placed. */
    Set<UUID> bookings() {
        return bookings;
    }

    /** Whether a room or a presenter of what is placed has times of their own. */
    boolean hasLimits() {
        return limits;
    }

    private static String json(List<Placed> touched) {
        try {
            return EventJson.MAPPER.writeValueAsString(touched);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
