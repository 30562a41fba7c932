package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the replica of slots. */
@ApplicationScoped
class SlotEvents implements EventHandler<SlotEvent> {

    private final Event<StatesArriving> arriving;
    private final Event<Recounted> recounted;
    private final Event<SlotScheduled> scheduled;

    SlotEvents(Event<StatesArriving> arriving, Event<Recounted> recounted, Event<SlotScheduled> scheduled) {
        this.arriving = arriving;
        this.recounted = recounted;
        this.scheduled = scheduled;
    }

    @Override
    public Topic<SlotEvent> topic() {
        return Topic.of("schedule", "slot", SlotEvent.class);
    }

    @Override
    public void lock(List<SlotEvent> events) {
        var gone = Conference.deletedAmong(events.stream().map(SlotEvent::conferenceId));
        var stored = Slot.revisions(events.stream().map(SlotEvent::appearanceId).toList());
        var newer = events.stream()
                .filter(event -> !gone.has(event.conferenceId()))
                .filter(event -> stored.getOrDefault(event.appearanceId(), 0L) < event.revision())
                .toList();
        arriving.fire(StatesArriving.ofSlots(
                newer.stream()
                        .collect(Collectors.toMap(
                                SlotEvent::appearanceId, SlotEvent::conferenceId, (one, again) -> one)),
                newer.stream()
                        .filter(SlotEvent::hasCompany)
                        .map(SlotEvent::appearanceId)
                        .collect(Collectors.toSet()),
                newer.stream()
                        .filter(SlotEvent::isHeld)
                        .map(SlotEvent::appearanceId)
                        .collect(Collectors.toSet())));
    }

    @Override
    public void accept(List<SlotEvent> told) {
        var gone = Conference.deletedAmong(told.stream().map(SlotEvent::conferenceId));
        var events = told.stream()
                .map(event -> gone.has(event.conferenceId()) ? event.erased() : event)
                .toList();
        var before = Slot.before(events);
        var news = Slot.store(events, before);
        news.forEach(event -> recount(event, before.get(event.appearanceId())));
        news.stream()
                .filter(event -> event.place().status() == SlotStatus.SCHEDULED)
                .filter(event -> !wasScheduled(before.get(event.appearanceId())))
                .forEach(event -> scheduled.fire(new SlotScheduled(event.appearanceId())));
    }

    @Override
    public List<SlotEvent> gone(long revision, int most) {
        return Slot.goneTalks(revision, most);
    }

    private void recount(SlotEvent event, Slot.Before before) {
        if (before != null && before.told().isRecountedBy(event.revision(), event.revisionsFrom(), event.changedAt())) {
            recounted.fire(
                    new Recounted(event.appearanceId(), true, before.told().revisionsFrom(), event.revisionsFrom()));
        }
    }

    private static boolean wasScheduled(Slot.Before before) {
        return before != null && before.status() == SlotStatus.SCHEDULED;
    }
}
