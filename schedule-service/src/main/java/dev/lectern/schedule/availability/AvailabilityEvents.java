package dev.lectern.schedule.availability;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes what presenters say of their time on their own pages: it replaces what was known, and organisers may change it
 * afterwards. Of a deleted conference nothing comes back.
 */
@ApplicationScoped
class AvailabilityEvents implements EventHandler<AvailabilityEvent> {

    @Override
    public Topic<AvailabilityEvent> topic() {
        return Topic.of("notification", "availability", AvailabilityEvent.class);
    }

    @Override
    public void lock(List<AvailabilityEvent> events) {
        StoredTimetable.lockAll(
                events.stream().map(AvailabilityEvent::conferenceId).toList());
    }

    @Override
    public void accept(List<AvailabilityEvent> events) {
        var gone = Conferences.deletedAmong(
                events.stream().map(AvailabilityEvent::conferenceId).toList());
        events.stream().filter(event -> !gone.contains(event.conferenceId())).forEach(AvailabilityEvents::accept);
    }

    /**
     * The conference's clock is meant, and the zone that is known of it here: its topic and this one are read in no common
     * order, and where it is still another one, all ranges move with it once that is told.
     */
    private static void accept(AvailabilityEvent event) {
        var conference = Conferences.get(event.conferenceId());
        var known = Availability.of(event.conferenceId(), event.presenterId());
        if (known.tell(event, conference == null ? event.zone() : conference.timeZone())) {
            known.persist();
        }
    }

    @Override
    public List<AvailabilityEvent> gone(long revision, int most) {
        return Availability.toldBefore(revision, most).stream()
                .map(known -> known.gone(revision))
                .toList();
    }
}
