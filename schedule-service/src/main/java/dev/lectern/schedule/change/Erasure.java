package dev.lectern.schedule.change;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.timetable.Announceable;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    private final Editing editing;

    Erasure(EntityManager entities, Editing editing) {
        this.entities = entities;
        this.editing = editing;
    }

    /** Erasing again changes nothing. */
    @Transactional
    public void erase(UUID conference) {
        takeBack(new Edit(Schedule.lock(conference)));
        FORGET.forEach(statement -> entities.createNativeQuery(statement)
                .setParameter("conference", conference)
                .executeUpdate());
        Contribution.eraseAllOf(conference);
        KnownPresenter.eraseAllOf(conference);
    }

    private void takeBack(Edit edit) {
        var schedule = edit.schedule();
        schedule.unpublish();
        var slots = Slot.ofConference(schedule.conferenceId()).stream()
                .filter(slot -> slot.told().isPresent())
                .toList();
        var sessions = Session.ever(schedule.conferenceId()).stream()
                .filter(session -> session.told().isPresent())
                .toList();
        if (!slots.isEmpty() || !sessions.isEmpty()) {
            var version = schedule.nextVersion();
            slots.forEach(slot -> {
                reviseWithoutWords(edit, slot, version);
                editing.tell(edit, slot);
            });
            sessions.forEach(session -> {
                reviseWithoutWords(edit, session, version);
                session.emit(false, edit.timeZone());
                editing.tell(SessionEvent.ofErased(session));
            });
            new Change(edit, Signature.of(null, false), List.of()).persist();
        }
    }

    private static void reviseWithoutWords(Edit edit, Announceable known, long version) {
        known.revise(version, edit.at(), Optional.ofNullable(Announcement.withoutWords(known.announced())));
    }
}
