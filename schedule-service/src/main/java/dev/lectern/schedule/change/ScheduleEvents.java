package dev.lectern.schedule.change;

import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.schedule.timetable.News;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionNews;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sends out what was emitted last of slots and sessions. */
@ApplicationScoped
class ScheduleEvents implements News.Visitor {

    private final Outbox outbox;

    ScheduleEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void slot(Slot slot, Optional<SlotState> told, SlotState next) {
        send(slot);
    }

    @Override
    public void session(Session session, Optional<SessionNews> told, SessionNews next) {
        send(SessionEvent.of(session));
    }

    void send(Slot slot) {
        outbox.append(SlotEvent.TOPIC, SlotEvent.TYPE, slot.id(), SlotEvent.of(slot));
    }

    void send(SessionEvent event) {
        outbox.append(SessionEvent.TOPIC, SessionEvent.TYPE, event.id(), event);
    }
}
