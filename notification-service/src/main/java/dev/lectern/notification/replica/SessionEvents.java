package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps sessions as appearances of their chairs, with their places. */
@ApplicationScoped
class SessionEvents implements EventHandler<SessionEvent> {

    private final Appearances appearances;
    private final SlotEvents slots;

    SessionEvents(Appearances appearances, SlotEvents slots) {
        this.appearances = appearances;
        this.slots = slots;
    }

    @Override
    public Topic<SessionEvent> topic() {
        return Topic.of("schedule", "session", SessionEvent.class);
    }

    @Override
    public void lock(List<SessionEvent> events) {
        slots.lock(events.stream().map(SessionEvent::slot).toList());
    }

    /**
     * Its chairs before its place: a new one is told because of what was announced after they came, and not of what was
     * before.
     */
    @Override
    public void accept(List<SessionEvent> told) {
        appearances.store(told.stream().map(SessionEvent::appearance).toList());
        slots.accept(told.stream().map(SessionEvent::slot).toList());
    }

    @Override
    public List<SessionEvent> gone(long revision, int most) {
        return Appearance.goneSessions(revision, most);
    }
}
