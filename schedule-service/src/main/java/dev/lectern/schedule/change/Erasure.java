package dev.lectern.schedule.change;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.replica.ConferenceDeleted;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Announceable;
import dev.lectern.schedule.timetable.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forgets the schedule of a conference that is deleted. What outsiders know of its slots is taken back once more, this
 * time without names; of the rest only the versions stay, because a slot's revision must never fall.
 */
@ApplicationScoped
class Erasure {

    private final EntityManager entities;
    private final ScheduleEvents events;
    private final PublicAgenda agenda;

    Erasure(EntityManager entities, ScheduleEvents events, PublicAgenda agenda) {
        this.entities = entities;
        this.events = events;
        this.agenda = agenda;
    }

    /** Erasing again changes nothing. */
    @Transactional
    void erase(@Observes ConferenceDeleted gone) {
        var timetable = StoredTimetable.locked(gone.conference());
        takeBack(timetable);
        entities.flush();
        timetable.erase();
    }

    private void takeBack(StoredTimetable timetable) {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var schedule = timetable.schedule();
        if (schedule.isPublished()) {
            schedule.unpublish();
            agenda.changed(schedule.conferenceId());
        }
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
