package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the replica of conferences. */
@ApplicationScoped
class ConferenceEvents implements EventHandler<ConferenceEvent> {

    private final Touches touches;

    ConferenceEvents(Touches touches) {
        this.touches = touches;
    }

    @Override
    public String topic() {
        return "lectern.catalog.conference.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.conference.v1";
    }

    @Override
    public Class<ConferenceEvent> event() {
        return ConferenceEvent.class;
    }

    @Override
    public void lock(List<ConferenceEvent> events) {
        touches.conferences(events);
    }

    @Override
    public void accept(ConferenceEvent event) {
        Conference.store(event);
    }
}
