package dev.lectern.catalog.audience;

import dev.lectern.chassis.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the placements of talks. */
@ApplicationScoped
class SlotEvents implements EventHandler<SlotEvent> {

    @Override
    public String topic() {
        return "lectern.schedule.slot.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.slot.v1";
    }

    @Override
    public Class<SlotEvent> event() {
        return SlotEvent.class;
    }

    @Override
    public void accept(SlotEvent event) {
        var isScheduled = event.status().equals(SlotEvent.SCHEDULED);
        var room = event.room() == null ? null : event.room().slug();
        Placement.store(
                event.contributionId(), event.conferenceId(), event.revision(), isScheduled, room, null, List.of());
    }
}
