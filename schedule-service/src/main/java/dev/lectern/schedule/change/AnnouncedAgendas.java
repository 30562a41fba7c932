package dev.lectern.schedule.change;

import dev.lectern.chassis.republication.Announced;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The agenda of each schedule that was ever public. */
@ApplicationScoped
class AnnouncedAgendas implements Announced {

    private final PublicAgenda agenda;

    AnnouncedAgendas(PublicAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public String topic() {
        return AgendaEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return StoredTimetable.conferences();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        var schedule = StoredTimetable.locked(owner).schedule();
        if (owner.equals(after) || schedule.agendaRevision() == 0) {
            return List.of();
        }
        agenda.send(schedule);
        return List.of(owner);
    }
}
