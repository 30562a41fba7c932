package dev.lectern.schedule.store;

import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.edit.Outcome;
import dev.lectern.schedule.timetable.Announceable;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeAndPlace;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where what was on the public agenda of a conference has been last. */
public final class LastPlaces {

    private static final int MOST = 500;

    private final EntityManager entities = Panache.getEntityManager();
    private final UUID conference;

    /**
     * Something that the public saw.
     *
     * @param number of a talk; null of a session or a break
     * @param title of a session or a break; null of a talk
     * @param room its slug; null for all rooms
     * @param sequence above all that it had while it was public
     * @param chairs of a session
     */
    public record LastPlace(
            UUID id,
            Integer number,
            String title,
            String room,
            Instant startsAt,
            Instant endsAt,
            int sequence,
            Instant changedAt,
            List<UUID> chairs) {

        static LastPlace of(Object[] row) {
            return new LastPlace(
                    (UUID) row[0],
                    (Integer) row[1],
                    (String) row[2],
                    (String) row[3],
                    (Instant) row[4],
                    (Instant) row[5],
                    (Integer) row[6],
                    (Instant) row[7],
                    row[8] == null
                            ? List.of()
                            : Arrays.stream(((String) row[8]).split(","))
                                    .filter(id -> !id.isEmpty())
                                    .map(UUID::fromString)
                                    .toList());
        }
    }

    private LastPlaces(UUID conference) {
        this.conference = conference;
    }

    public static LastPlaces of(UUID conference) {
        return new LastPlaces(conference);
    }

    /** The latest of those that were left since then. */
    public List<LastPlace> since(Instant moment) {
        List<?> rows = entities.createNativeQuery("""
                        select l.id, l.number, coalesce(b.title, l.title) as title, l.room, l.starts_at, l.ends_at,
                            greatest(l.sequence, b.sequence) as sequence, coalesce(b.changed_at, l.left_at) as changed_at,
                            array_to_string(b.chairs, ',') as chairs
                        from last_place l left join booking b on b.id = l.id
                        where l.conference_id = ?1 and l.left_at >= ?2 order by l.left_at desc, l.id""", Object[].class)
                .unwrap(org.hibernate.query.NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("number", Integer.class)
                .addScalar("title", String.class)
                .addScalar("room", String.class)
                .addScalar("starts_at", Instant.class)
                .addScalar("ends_at", Instant.class)
                .addScalar("sequence", Integer.class)
                .addScalar("changed_at", Instant.class)
                .addScalar("chairs", String.class)
                .setParameter(1, conference)
                .setParameter(2, moment)
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream().map(row -> LastPlace.of((Object[]) row)).toList();
    }

    /** Which of these have one. */
    public Set<UUID> among(Collection<UUID> bookings) {
        List<?> found = query("select id from last_place where id = any (?1)")
                .setParameter(1, bookings.toArray(UUID[]::new))
                .getResultList();
        return Set.copyOf(found.stream().map(UUID.class::cast).toList());
    }

    /**
     * Follows a change that is written.
     *
     * @param wasPublic whether the agenda was public before
     */
    public void follow(Outcome outcome, boolean wasPublic, boolean isPublic) {
        var change = outcome.change().orElseThrow();
        var touched = outcome.touched();
        if (wasPublic) {
            leave(change, touched, outcome.removed());
        }
        if (wasPublic && !isPublic) {
            leaveAll(change.appliedAt());
        } else if (isPublic && !wasPublic) {
            takeAll();
        } else if (isPublic) {
            take(change, touched);
        }
    }

    private void leave(Change change, Collection<Booking> touched, Collection<Booking> removed) {
        var before = change.before();
        touched.stream().filter(booking -> !booking.isPlaced()).forEach(booking -> {
            if (booking instanceof Slot slot) {
                Optional.ofNullable(before.slots().get(slot.number()))
                        .flatMap(place -> place.spot())
                        .ifPresent(
                                spot -> leave(slot.id(), slot.number(), null, spot.place(), slot.sequence(), change));
            } else if (booking instanceof Announceable session
                    && before.sessions().containsKey(booking.id())) {
                var state = before.sessions().get(booking.id());
                leave(booking.id(), null, state.title(), state.place(), session.sequence(), change);
            }
        });
        removed.forEach(booking -> {
            var state = before.breaks().get(booking.id());
            if (state != null && booking instanceof Break pause) {
                leave(booking.id(), null, state.title(), state.place(), pause.sequence(), change);
            }
        });
    }

    private void leave(UUID id, Integer number, String title, TimeAndPlace place, int sequence, Change change) {
        query("""
                insert into last_place (id, conference_id, number, title, room, starts_at, ends_at, sequence, left_at)
                values (:id, :conference, cast(:number as integer), cast(:title as text), cast(:room as text),
                    :start, :end, :sequence, :at)
                on conflict (id) do update set (title, room, starts_at, ends_at, sequence, left_at) =
                    (excluded.title, excluded.room, excluded.starts_at, excluded.ends_at, excluded.sequence, excluded.left_at)""")
                .setParameter("id", id)
                .setParameter("conference", conference)
                .setParameter("number", number)
                .setParameter("title", title)
                .setParameter("room", place.room() == null ? null : place.room().slug())
                .setParameter("start", place.startsAt().toInstant())
                .setParameter("end", place.endsAt().toInstant())
                .setParameter("sequence", sequence)
                .setParameter("at", change.appliedAt())
                .executeUpdate();
    }

    private void leaveAll(Instant at) {
        query("""
                insert into last_place (id, conference_id, number, title, room, starts_at, ends_at, sequence, left_at)
                select b.id, b.conference_id, b.number, b.title, r.slug, b.starts_at, b.ends_at, b.sequence + 1, :at
                from booking b left join room r on r.id = b.room_id
                where b.conference_id = :conference and b.starts_at is not null
                on conflict (id) do nothing""").setParameter("conference", conference).setParameter("at", at).executeUpdate();
    }

    private void takeAll() {
        raiseBreaks();
        query("""
                delete from last_place l using booking b
                where l.conference_id = :conference and b.id = l.id and b.starts_at is not null""").setParameter("conference", conference).executeUpdate();
    }

    /** What is placed for the first time never had one; only of breaks nobody knows. */
    private void take(Change change, Collection<Booking> touched) {
        var before = change.before();
        var placed = touched.stream()
                .filter(Booking::isPlaced)
                .filter(booking -> booking instanceof Slot slot
                        ? slot.sequence() > 0
                                && Optional.ofNullable(before.slots().get(slot.number()))
                                        .flatMap(place -> place.spot())
                                        .isEmpty()
                        : booking instanceof Announceable session
                                ? session.sequence() > 0 && !before.sessions().containsKey(booking.id())
                                : !before.breaks().containsKey(booking.id()))
                .map(Booking::id)
                .toArray(UUID[]::new);
        if (placed.length > 0) {
            raiseBreaks();
            query("delete from last_place where id = any (:ids)")
                    .setParameter("ids", placed)
                    .executeUpdate();
        }
    }

    /** A break that comes back is a new one, whose count would begin again. */
    private void raiseBreaks() {
        query("""
                update booking b set sequence = greatest(b.sequence, l.sequence + 1) from last_place l
                where l.conference_id = :conference and b.id = l.id and b.kind = 'BREAK'""").setParameter("conference", conference).executeUpdate();
    }

    private Query query(String statement) {
        return entities.createNativeQuery(statement);
    }
}
