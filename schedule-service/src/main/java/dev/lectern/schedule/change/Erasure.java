package dev.lectern.schedule.change;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Announceable;
import dev.lectern.schedule.timetable.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Forgets the schedule of a conference that is deleted. What outsiders know of its slots is taken back once more, this time without names;
 * of the rest only the versions stay, because a slot's revision must never fall.
 */
@ApplicationScoped
public class Erasure {

    private static final List<String> FORGET = List.of(
            "delete from imported_place where conference_id = :conference",
            "delete from booking where conference_id = :conference",
            "delete from draft where conference_id = :conference",
            "delete from room where conference_id = :conference",
            "delete from availability where conference_id = :conference",
            """
            update change set author = '', comment = null, internal_comment = null, operations = '[]',
                before = '{"slots":{},"rooms":{}}', after = '{"slots":{},"rooms":{}}',
                talks = '{}', rooms = '{}'
            where conference_id = :conference""");

    private final EntityManager entities;
    private final ScheduleEvents events;

    Erasure(EntityManager entities, ScheduleEvents events) {
        this.entities = entities;
        this.events = events;
    }

    /** Erasing again changes nothing. */
    @Transactional
    public void erase(UUID conference) {
        takeBack(StoredTimetable.locked(conference));
        FORGET.forEach(statement -> entities.createNativeQuery(statement)
                .setParameter("conference", conference)
                .executeUpdate());
        Contribution.eraseAllOf(conference);
        KnownPresenter.eraseAllOf(conference);
    }

    private void takeBack(StoredTimetable timetable) {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var schedule = timetable.schedule();
        schedule.unpublish();
        var slots = timetable.slots().stream()
                .filter(slot -> slot.told().isPresent())
                .toList();
        var sessions = timetable.sessionsEver().stream()
                .filter(session -> session.told().isPresent())
                .toList();
        if (!slots.isEmpty() || !sessions.isEmpty()) {
            var version = schedule.nextVersion();
            Stream.<Announceable>concat(slots.stream(), sessions.stream()).forEach(known -> {
                known.revise(version, at, Optional.ofNullable(Announcement.withoutWords(known.announced())));
                known.news(false, timetable.conference().timeZone()).ifPresent(News::emit);
            });
            slots.forEach(events::send);
            sessions.forEach(session -> events.send(SessionEvent.ofErased(session)));
            entities.persist(Change.ofErasure(schedule, at));
        }
    }
}
