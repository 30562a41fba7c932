package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import dev.lectern.chassis.idempotency.StoredAnswers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps the replica of conferences. Where several kinds of states are gone they go first: of what goes with them nobody
 * is told.
 */
@ApplicationScoped
@Priority(2)
class ConferenceEvents implements EventHandler<ConferenceEvent> {

    private final Event<StatesArriving> arriving;
    private final ParkedRecords parked;
    private final StoredAnswers answers;
    private final Event<ConferenceDeleted> deleted;

    ConferenceEvents(
            Event<StatesArriving> arriving,
            ParkedRecords parked,
            StoredAnswers answers,
            Event<ConferenceDeleted> deleted) {
        this.arriving = arriving;
        this.parked = parked;
        this.answers = answers;
        this.deleted = deleted;
    }

    @Override
    public Topic<ConferenceEvent> topic() {
        return Topic.of("catalog", "conference", ConferenceEvent.class);
    }

    @Override
    public void lock(List<ConferenceEvent> events) {
        arriving.fire(StatesArriving.ofConferences(events.stream()
                .filter(event -> event.deleted() || Conference.findById(event.id()) == null)
                .map(ConferenceEvent::id)
                .collect(Collectors.toSet())));
    }

    @Override
    public void accept(List<ConferenceEvent> events) {
        Conference.store(events).stream().filter(ConferenceEvent::deleted).forEach(event -> {
            erase(event.id());
            answers.forgetAllBelow("/notification/conferences/" + event.slug());
        });
    }

    @Override
    public List<ConferenceEvent> gone(long revision, int most) {
        return Conference.gone(revision, most);
    }

    /** Rows stay, with their revisions, so that no late event brings anything back. */
    private void erase(UUID conference) {
        Appearance.eraseAllOf(conference);
        Presenter.eraseAllOf(conference);
        Address.eraseAllOf(conference);
        Slot.eraseAllOf(conference);
        parked.forgetAllAbout(conference);
        deleted.fire(new ConferenceDeleted(conference));
    }
}
