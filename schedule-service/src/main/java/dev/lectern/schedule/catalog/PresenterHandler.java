package dev.lectern.schedule.catalog;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.PresenterEvent;
import dev.lectern.schedule.timetable.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Keeps the names of presenters. The agenda says who chairs its sessions. */
@ApplicationScoped
class PresenterHandler implements EventHandler<PresenterEvent> {

    @Override
    public String topic() {
        return "lectern.catalog.presenter.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.presenter.v1";
    }

    @Override
    public Class<PresenterEvent> event() {
        return PresenterEvent.class;
    }

    @Override
    public void lock(List<PresenterEvent> events) {
        Schedule.lockAll(events.stream().map(PresenterEvent::conferenceId).toList());
    }

    @Override
    public void accept(PresenterEvent told) {
        var event = Conference.isDeleted(told.conferenceId()) ? told.erased() : told;
        KnownPresenter known = KnownPresenter.findById(event.id());
        if (known == null) {
            new KnownPresenter(event).persist();
        } else if (known.isOlderThan(event)) {
            rename(known, event);
            known.take(event);
        }
    }

    private static void rename(KnownPresenter known, PresenterEvent event) {
        if (!known.named().name().equals(event.name()) && Session.hasChair(event.conferenceId(), event.id())) {
            Schedule.of(event.conferenceId()).agendaChanged(Instant.now());
        }
    }
}
