package dev.lectern.schedule.change;

import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.UUID;

/** Keeps count of what the public sees of a schedule, and tells of it once for each transaction. */
@ApplicationScoped
public class PublicAgenda {

    private final Event<AgendaChanged> changed;
    private final TransactionSynchronizationRegistry transaction;
    private final Outbox outbox;

    PublicAgenda(Event<AgendaChanged> changed, TransactionSynchronizationRegistry transaction, Outbox outbox) {
        this.changed = changed;
        this.transaction = transaction;
        this.outbox = outbox;
    }

    /** The catalog has told of something that the agenda shows. The caller has locked the schedule. */
    public void looksDifferent(UUID conference) {
        var schedule = StoredTimetable.of(conference).schedule();
        if (schedule.isPublished()) {
            schedule.agendaChanged(Instant.now());
            changed(conference);
        }
    }

    void changed(UUID conference) {
        changed.fire(new AgendaChanged(conference));
    }

    void tell(@Observes(during = TransactionPhase.BEFORE_COMPLETION) AgendaChanged change) {
        if (transaction.getResource(change) == null) {
            transaction.putResource(change, change);
            send(StoredTimetable.of(change.conference()).schedule());
        }
    }

    /** Sends the present state; the schedule is locked. */
    void send(Schedule schedule) {
        var conference = schedule.conferenceId();
        var published = schedule.isPublished() && !Conferences.isDeleted(conference);
        outbox.append(AgendaEvent.TOPIC, AgendaEvent.TYPE, conference, AgendaEvent.of(schedule, published));
    }
}
