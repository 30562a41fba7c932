package dev.lectern.catalog.audience;

import dev.lectern.chassis.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the placements of sessions. */
@ApplicationScoped
class SessionEvents implements EventHandler<SessionEvent> {

    @Override
    public String topic() {
        return "lectern.schedule.session.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.session.v1";
    }

    @Override
    public Class<SessionEvent> event() {
        return SessionEvent.class;
    }

    @Override
    public void accept(SessionEvent event) {
        var isScheduled = event.status().equals(SlotEvent.SCHEDULED);
        var room = event.room() == null ? null : event.room().slug();
        Placement.store(
                event.id(), event.conferenceId(), event.revision(), isScheduled, room, event.title(), event.chairs());
    }
}
