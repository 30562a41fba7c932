package dev.lectern.schedule.change;

import dev.lectern.chassis.republication.Announced;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What was told last of the sessions of each schedule, also of those that were removed. */
@ApplicationScoped
class AnnouncedSessions implements Announced {

    private final ScheduleEvents events;

    AnnouncedSessions(ScheduleEvents events) {
        this.events = events;
    }

    @Override
    public String topic() {
        return SessionEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return StoredTimetable.conferences();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        var next = StoredTimetable.locked(owner).toldSessionsAfter(after, most);
        next.forEach(session -> events.send(SessionEvent.of(session, null, false)));
        return next.stream().map(Session::id).toList();
    }
}
