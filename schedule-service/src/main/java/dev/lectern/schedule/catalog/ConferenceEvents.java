package dev.lectern.schedule.catalog;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import dev.lectern.chassis.idempotency.StoredAnswers;
import dev.lectern.schedule.availability.Availability;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.edit.ChangeTimeZone;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.ConferenceDeleted;
import dev.lectern.schedule.replica.ConferenceEvent;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Keeps conferences. Another time zone is a change of the schedule: talks stay at their local times. */
@ApplicationScoped
class ConferenceEvents implements EventHandler<ConferenceEvent> {

    private final Editing editing;
    private final Event<ConferenceDeleted> deleted;
    private final ParkedRecords parked;
    private final StoredAnswers answers;

    ConferenceEvents(Editing editing, Event<ConferenceDeleted> deleted, ParkedRecords parked, StoredAnswers answers) {
        this.editing = editing;
        this.deleted = deleted;
        this.parked = parked;
        this.answers = answers;
    }

    @Override
    public Topic<ConferenceEvent> topic() {
        return Topic.of("catalog", "conference", ConferenceEvent.class);
    }

    @Override
    public void lock(List<ConferenceEvent> events) {
        StoredTimetable.lockAll(events.stream().map(ConferenceEvent::id).toList());
    }

    @Override
    public void accept(List<ConferenceEvent> events) {
        events.forEach(this::accept);
    }

    private void accept(ConferenceEvent event) {
        Conference known = Conference.findById(event.id());
        if (known == null) {
            new Conference(event).persist();
        } else if (known.isOlderThan(event)) {
            update(known, event);
        }
        if (event.deleted()) {
            erase(event);
        }
    }

    private void erase(ConferenceEvent event) {
        deleted.fire(new ConferenceDeleted(event.id()));
        parked.forgetAllAbout(event.id());
        Conference erased = Conference.findById(event.id());
        answers.forgetAllBelow("/schedule/conferences/" + erased.slug());
    }

    private void update(Conference known, ConferenceEvent event) {
        var looksDifferent = known.looksDifferentIn(event);
        if (!event.deleted() && !known.timeZone().getId().equals(event.timeZone())) {
            var by = Signature.of(event.announced(), known.announcesMore(event));
            var before = known.timeZone();
            editing.apply(known.id(), by, new ChangeTimeZone(event.timeZone()));
            Availability.moveAll(known.id(), before, ZoneId.of(event.timeZone()));
        }
        known.take(event);
        if (looksDifferent) {
            StoredTimetable.of(known.id()).schedule().agendaChanged(Instant.now());
        }
    }
}
