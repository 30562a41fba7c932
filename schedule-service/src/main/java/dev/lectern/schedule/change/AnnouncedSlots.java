package dev.lectern.schedule.change;

import dev.lectern.chassis.republication.Announced;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What was told last of the slots of each schedule, also of one that is not public any more. */
@ApplicationScoped
class AnnouncedSlots implements Announced {

    private final ScheduleEvents events;

    AnnouncedSlots(ScheduleEvents events) {
        this.events = events;
    }

    @Override
    public String topic() {
        return SlotEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return StoredTimetable.conferences();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        var next = StoredTimetable.locked(owner).toldSlotsAfter(after, most);
        next.forEach(events::send);
        return next.stream().map(Slot::id).toList();
    }
}
