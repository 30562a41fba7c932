package dev.lectern.catalog.audience;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the placements of sessions. */
@ApplicationScoped
class SessionEvents implements EventHandler<SessionEvent> {

    @Override
    public Topic<SessionEvent> topic() {
        return Topic.of("schedule", "session", SessionEvent.class);
    }

    @Override
    public void accept(List<SessionEvent> events) {
        Placement.store(events.stream().map(SessionEvent::placement).toList());
    }

    @Override
    public List<SessionEvent> gone(long revision, int most) {
        return Placement.gone(revision, "session_title is not null", most).stream()
                .map(SessionEvent::gone)
                .toList();
    }
}
