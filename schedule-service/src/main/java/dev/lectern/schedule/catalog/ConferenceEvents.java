package dev.lectern.schedule.catalog;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import dev.lectern.chassis.idempotency.StoredAnswers;
import dev.lectern.schedule.availability.Availability;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.PublicAgenda;
import dev.lectern.schedule.edit.ChangeTimeZone;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.ConferenceDeleted;
import dev.lectern.schedule.replica.ConferenceEvent;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Keeps conferences. Another time zone is a change of the schedule: talks stay at their local times. Where several kinds
 * of states are gone they go first: of what goes with them nobody is told.
 */
@ApplicationScoped
@Priority(1)
class ConferenceEvents implements EventHandler<ConferenceEvent> {

    private final Editing editing;
    private final PublicAgenda agenda;
    private final Event<ConferenceDeleted> deleted;
    private final ParkedRecords parked;
    private final StoredAnswers answers;

    ConferenceEvents(
            Editing editing,
            PublicAgenda agenda,
            Event<ConferenceDeleted> deleted,
            ParkedRecords parked,
            StoredAnswers answers) {
        this.editing = editing;
        this.agenda = agenda;
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
        var before = Conferences.before(events);
        // An edit starts from the zone that is stored.
        events.stream()
                .filter(event -> before.containsKey(event.id()))
                .forEach(event -> follow(before.get(event.id()), event));
        Conferences.store(events, before);
        events.stream().filter(ConferenceEvent::deleted).forEach(event -> erase(event.id()));
    }

    @Override
    public List<ConferenceEvent> gone(long revision, int most) {
        return Conferences.gone(revision, most);
    }

    private void follow(Conference before, ConferenceEvent event) {
        if (before.isOlderThan(event)) {
            if (!event.deleted()
                    && !before.isDeleted()
                    && !before.timeZone().getId().equals(event.timeZone())) {
                moveToAnotherZone(before, event);
            }
            if (before.looksDifferentIn(event)) {
                agenda.looksDifferent(before.id());
            }
        }
    }

    private void moveToAnotherZone(Conference before, ConferenceEvent event) {
        var by = Signature.of(event.announced(), before.announcesMore(event));
        editing.apply(before.id(), by, new ChangeTimeZone(event.timeZone()));
        Availability.moveAll(before.id(), before.timeZone(), ZoneId.of(event.timeZone()));
    }

    private void erase(UUID conference) {
        deleted.fire(new ConferenceDeleted(conference));
        parked.forgetAllAbout(conference);
        answers.forgetAllBelow(
                "/schedule/conferences/" + Conferences.get(conference).slug());
    }
}
