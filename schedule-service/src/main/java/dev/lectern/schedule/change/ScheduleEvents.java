package dev.lectern.schedule.change;

import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.schedule.timetable.News;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionNews;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Sends out what was emitted last of slots and sessions. */
@ApplicationScoped
class ScheduleEvents {

    private final Outbox outbox;

    ScheduleEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * All that one change altered: who is told of several of them can be told at once.
     *
     * @param hold whether the mails about it wait for somebody to look at them first
     */
    void send(List<News> news, boolean hold) {
        var together = news.size() > 1 ? news.size() : null;
        news.forEach(each -> each.accept(new News.Visitor() {

            @Override
            public void slot(Slot slot, Optional<SlotState> told, SlotState next) {
                send(SlotEvent.of(slot, together, hold));
            }

            @Override
            public void session(Session session, Optional<SessionNews> told, SessionNews next) {
                send(SessionEvent.of(session, together, hold));
            }
        }));
    }

    void send(Slot slot) {
        send(SlotEvent.of(slot, null, false));
    }

    private void send(SlotEvent event) {
        outbox.append(SlotEvent.TOPIC, SlotEvent.TYPE, event.contributionId(), event);
    }

    void send(SessionEvent event) {
        outbox.append(SessionEvent.TOPIC, SessionEvent.TYPE, event.id(), event);
    }
}
