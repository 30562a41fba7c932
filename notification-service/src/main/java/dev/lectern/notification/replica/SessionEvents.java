package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the replica of sessions, as contributions of their chairs and their slots. */
@ApplicationScoped
class SessionEvents implements EventHandler<SessionEvent> {

    private final ContributionEvents contributions;
    private final SlotEvents slots;

    SessionEvents(ContributionEvents contributions, SlotEvents slots) {
        this.contributions = contributions;
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
        contributions.accept(told.stream().map(SessionEvent::contribution).toList());
        slots.accept(told.stream().map(SessionEvent::slot).toList());
    }
}
