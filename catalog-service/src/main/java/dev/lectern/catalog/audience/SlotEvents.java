package dev.lectern.catalog.audience;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the placements of talks. */
@ApplicationScoped
class SlotEvents implements EventHandler<SlotEvent> {

    @Override
    public Topic<SlotEvent> topic() {
        return Topic.of("schedule", "slot", SlotEvent.class);
    }

    @Override
    public void accept(List<SlotEvent> events) {
        Placement.store(events.stream().map(SlotEvent::placement).toList());
    }

    @Override
    public List<SlotEvent> gone(long revision, int most) {
        return Placement.gone(revision, "session_title is null", most).stream()
                .map(SlotEvent::gone)
                .toList();
    }
}
