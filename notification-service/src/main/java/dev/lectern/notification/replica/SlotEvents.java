package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;

/** Keeps the replica of slots. */
@ApplicationScoped
class SlotEvents implements EventHandler<SlotEvent> {

    private final Touches touches;
    private final Event<SlotScheduled> scheduled;

    SlotEvents(Touches touches, Event<SlotScheduled> scheduled) {
        this.touches = touches;
        this.scheduled = scheduled;
    }

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
    public void lock(List<SlotEvent> events) {
        touches.slots(events);
    }

    @Override
    public void accept(SlotEvent told) {
        var event = Conference.isDeleted(told.conferenceId()) ? told.erased() : told;
        var before = Slot.storedStatus(event.contributionId());
        var turnsScheduled =
                event.status() == SlotStatus.SCHEDULED && !before.equals(Optional.of(SlotStatus.SCHEDULED));
        if (Slot.store(event) && turnsScheduled) {
            scheduled.fire(new SlotScheduled(event.contributionId()));
        }
    }
}
