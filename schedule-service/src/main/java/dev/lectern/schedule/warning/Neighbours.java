package dev.lectern.schedule.warning;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.warning.Placing.Person;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/**
 * The stored slots and sessions that some talks or sessions may get into trouble with: in the same room too soon before
 * or after, at one time with another talk of their track, or on one day with another talk or session of a presenter, a
 * day being the longest changeover. Each is found by an index; the fence of {@code offset 0} keeps it so, however many
 * talks there are.
 */
final class Neighbours {

    private static final String NEAR = """
            select distinct near.id
            from jsonb_to_recordset(cast(:touched as jsonb)) as talk (
                room uuid, starts timestamptz, ends timestamptz, exclusive boolean, changeover interval, track text,
                presenters uuid[])
            cross join lateral (
                select slot.id from booking slot
                where talk.exclusive and slot.exclusive and slot.kind = 'SLOT' and slot.room_id = talk.room
                    and tstzrange(slot.starts_at, slot.ends_at)
                        && tstzrange(talk.starts - talk.changeover, talk.ends + talk.changeover)
                union all
                select slot.id from booking slot
                    join contribution on contribution.id = slot.id and contribution.track = talk.track
                where talk.exclusive and slot.exclusive
                    and slot.conference_id = :conference and slot.room_id is not null
                    and tstzrange(slot.starts_at, slot.ends_at) && tstzrange(talk.starts, talk.ends)
                union all
                select slot.id from unnest(talk.presenters) presenter
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
                select session.id from unnest(talk.presenters) presenter
                    cross join lateral (
                        select * from booking
                        where booking.kind = 'SESSION' and booking.chairs @> array[presenter]
                        offset 0
                    ) session
                where session.conference_id = :conference and session.room_id is not null
                    and tstzrange(session.starts_at, session.ends_at)
                        && tstzrange(talk.starts - interval '1 day', talk.ends + interval '1 day')
                offset 0
            ) near""";

    /** A talk as the statement reads it. */
    private record Talk(
            UUID room,
            Instant starts,
            Instant ends,
            boolean exclusive,
            String changeover,
            String track,
            List<UUID> presenters) {

        static Talk of(Placing placing) {
            var venue = placing.venue();
            return new Talk(
                    venue.id(),
                    placing.when().start(),
                    placing.when().end(),
                    placing.isTalk() && venue.exclusive(),
                    (venue.changeover() == null ? 0 : venue.changeover()) + " minutes",
                    placing.track(),
                    placing.presenters().stream().map(Person::id).toList());
        }
    }

    private Neighbours() {}

    /** Nothing is stored for it: the talks are given as they are to be. */
    static List<Booking> of(UUID conference, Collection<Placing> talks) {
        var touched = talks.stream()
                .filter(placing -> !placing.isBreak())
                .map(Talk::of)
                .toList();
        if (touched.isEmpty()) {
            return List.of();
        }
        var entities = Panache.getEntityManager().unwrap(Session.class);
        // Plans of tuples are found again; one with a class for its column would be made anew each time.
        var ids = entities.createNativeQuery(NEAR, Tuple.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("touched", json(touched))
                .setParameter("conference", conference)
                .getResultStream()
                .map(row -> row.get(0, UUID.class))
                .toList();
        return StoredTimetable.of(conference).bookings(ids);
    }

    private static String json(List<Talk> talks) {
        try {
            return EventJson.MAPPER.writeValueAsString(talks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
